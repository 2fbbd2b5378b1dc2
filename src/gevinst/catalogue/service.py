"""Quantities from patients to cost: one line each, as `gevinst.catalogue` reads them."""

# name | unit | kind (+ extensive) | axes: g m, p month or y year, d draw | record | bokmaal | English
SERVICE = {
    "patients": """
period_start            | year               | time    | p    | - | Månedens start, regnet fra horisontens start | Start of the month, from the start of the horizon
period_end              | year               | time    | p    | - | Månedens slutt, regnet fra horisontens start | End of the month, from the start of the horizon
period_length           | year               | time+   | p    | - | Månedens lengde | Length of the month
year_number             | year               | time    | p    | - | År siden horisontens første år | Years since the first year of the horizon
price_year_gap          | year               | time    | -    | - | År fra prisåret til horisontens første år | Years from the price year to the first year
year_step               | year               | time    | -    | - | Ett år | One year
rounding_tolerance      | 1                  | factor  | -    | - | Toleranse ved avrunding, del av et steg | Tolerance in rounding, part of a step
member                  | 1                  | stock+  | md   | - | Er med i samarbeidet | Is a member of the cooperation
population              | inhabitant         | stock+  | md   | - | Innbyggere ved horisontens start | Inhabitants at the start of the horizon
population_growth       | 1                  | rate    | d    | - | Vekst i innbyggere per år | Growth in inhabitants per year
joining_time            | year               | time    | md   | - | Tidspunkt for å bli med | Time of joining
leaving_time            | year               | time    | md   | - | Tidspunkt for å gå ut | Time of leaving
eligible_per_inhabitant | patient/inhabitant | rate    | gmd  | - | Aktuelle pasienter per innbygger | Eligible patients per inhabitant
eligible_count          | patient            | stock+  | gmd  | - | Aktuelle pasienter, opptalt | Eligible patients, counted
inclusion_share         | 1                  | share   | gmd  | - | Mål for inkludering, andel av de aktuelle | Inclusion target, share of the eligible
ramp_time               | year               | time    | gd   | - | Opptrappingstid | Ramp-up time
ramp_steepness          | 1                  | factor  | gd   | - | Opptrappingens bratthet | Steepness of the ramp-up
recruitment_rate        | 1/year             | rate    | gd   | - | Rekrutteringsrate | Recruitment rate
mean_stay               | year               | time    | gd   | - | Gjennomsnittlig tid i oppfølging | Mean stay
dropout_rate            | 1/year             | rate    | gd   | - | Frafallsrate | Dropout rate
opening_patients        | patient            | stock+  | gmd  | - | Aktive pasienter ved horisontens start | Active patients at the start of the horizon
inhabitants             | inhabitant         | stock+  | mpd  | - | Innbyggere | Inhabitants
joined                  | 1                  | stock+  | mpd  | - | Er med denne måneden | Takes part in the month
partners_joined         | 1                  | stock+  | pd   | - | Kommuner som er med | Municipalities that take part
centre_open             | 1                  | stock+  | pd   | - | Senteret er i drift | The centre is in operation
time_since_joining      | year               | time    | mpd  | - | Tid siden kommunen ble med | Time since joining
eligible_patients       | patient            | stock+  | gmpd | - | Aktuelle pasienter | Eligible patients
ramp_share              | 1                  | share   | gmpd | - | Opptrapping, andel av målet | Ramp-up, share of the target
target_patients         | patient            | stock+  | gmpd | - | Mål for aktive pasienter | Target for active patients
keep_share              | 1                  | share   | gpd  | - | Andel som fortsatt er aktive etter en måned | Share still active after a month
recruited_share         | 1                  | share   | gpd  | - | Andel av gapet til målet som fylles på en måned | Share of the gap to the target filled in a month
exit_rate               | 1/year             | rate    | gd   | - | Avgangsrate | Exit rate
keep_share_of_new       | 1                  | share   | gpd  | - | Andel av månedens nye som er aktive ved dens slutt | Share of the month's new patients active at its end
last_month              | 1                  | factor  | mpd  | - | Kommunens siste måned | Last month of the municipality
opening_stock           | patient            | stock+  | gmd  | - | Aktive pasienter ved start, medlemmer | Active patients at the start, members
carried_patients_before | patient            | stock+  | gmpd | - | Pasienter fra måneden før | Patients from the month before
carried_patients        | patient            | stock+  | gmpd | - | Pasienter som går videre til neste måned | Patients who go on into the next month
remaining_patients      | patient            | stock+  | gmpd | - | Fortsatt aktive fra måneden før | Still active from the month before
starts                  | patient            | flow+   | gmpd | - | Nye pasienter | New patients
stops                   | patient            | flow+   | gmpd | - | Pasienter som slutter | Patients who leave
active_patients         | patient            | stock+  | gmpd | - | Aktive pasienter | Active patients
patient_time            | patient*year       | flow+   | gmpd | - | Pasienttid | Patient time
patient_time_all        | patient*year       | flow+   | gpd  | - | Pasienttid, alle kommuner | Patient time, all municipalities
starts_all              | patient            | flow+   | gpd  | - | Nye pasienter, alle kommuner | New patients, all municipalities
stops_all               | patient            | flow+   | gpd  | - | Pasienter som slutter, alle kommuner | Patients who leave, all municipalities
""",
    "work": """
events_per_patient_time | event/patient/year | rate    | gd   | task | Hendelser per pasient og år | Events per patient and year
events_per_patient      | event/patient      | rate    | gd   | task | Hendelser per pasient | Events per patient
events_per_time         | event/year         | rate    | d    | task | Hendelser per år | Events per year
manual_share            | 1                  | share   | d    | task | Andel som håndteres av ansatte | Share handled by staff
repeat_factor           | 1                  | factor  | d    | task | Henvendelser per hendelse | Contacts per event
hours_per_event         | work_hour/event    | rate    | d    | task | Arbeidstid per hendelse | Work time per event
around_the_clock        | 1                  | share   | d    | task | Kommer hele døgnet | Comes around the clock
task_events             | event              | flow+   | gpd  | task | Hendelser etter pasientgruppe | Events by patient group
task_events_all         | event              | flow+   | pd   | task | Hendelser | Events
handled_events          | event              | flow+   | pd   | task | Hendelser som ansatte tar | Events handled by staff
task_hours              | work_hour          | flow+   | pd   | task | Arbeidstimer | Hours of work
open_arrival_share      | 1                  | share   | d    | task | Andel som kommer i åpningstiden | Share that comes in opening hours
queue_task_events       | event              | flow+   | pd   | task | Hendelser i kø i åpningstiden | Events in the queue in opening hours
queue_task_hours        | work_hour          | flow+   | pd   | task | Arbeidstimer i kø i åpningstiden | Hours of queued work in opening hours
closed_task_hours       | work_hour          | flow+   | pd   | task | Oppgavens timer som kommer mens senteret er stengt | Hours of the task that come while the centre is closed
immediate_hours         | work_hour          | flow+   | pd   | role | Timer med arbeid som haster | Hours of immediate work
deferrable_hours        | work_hour          | flow+   | pd   | role | Timer med arbeid som kan vente | Hours of deferrable work
scheduled_hours         | work_hour          | flow+   | pd   | role | Timer med avtalt arbeid | Hours of scheduled work
work_hours              | work_hour          | flow+   | pd   | role | Arbeidstimer for rollen | Hours of work for the role
""",
    "staffing": """
opens                   | open_hour                | factor| d  | span | Åpner | Opens
closes                  | open_hour                | factor| d  | span | Stenger | Closes
hours_to_next_midnight  | open_hour                | factor| d  | span | Timer fra dagens midnatt til neste åpningsdags | Hours from the midnight of the day to that of the next opening day
new_opening_day         | opening_day/opening_week | rate  | d  | span | Første åpning den dagen | First opening of the day
next_opens              | open_hour                | factor| d  | span | Neste åpning | Next opening
weekly_span_hours       | open_hour/opening_week   | rate  | d  | span | Åpningstid i tidsrommet | Opening hours of the span
closure_after           | open_hour                | factor| d  | span | Stengt etter tidsrommet | Closed after the span
once_a_week             | 1/opening_week           | rate  | -  | - | Én gang i uka | Once a week
weekly_opening_hours    | open_hour/opening_week   | rate  | d  | - | Åpningstid per uke | Opening hours per week
opening_weeks           | opening_week/year        | rate  | d  | - | Uker per år | Weeks per year
closed_days             | opening_day/year         | rate  | d  | - | Stengte hverdager per år | Closed days per year
opening_days_per_week   | opening_day/opening_week | rate  | d  | - | Åpne dager per uke | Opening days per week
hours_per_week          | open_hour/opening_week   | rate  | d  | - | Timer i en uke | Hours in a week
one_present             | work_hour/open_hour      | rate  | -  | - | Én person til stede | One person present
one_event               | event                    | factor| -  | - | Én hendelse | One event
longest_night           | open_hour                | factor| d  | - | Lengste natt mellom to åpne dager | Longest night between two open days
longest_closure         | open_hour                | factor| d  | - | Lengste stenging i en vanlig uke | Longest closure in an ordinary week
net_hours_per_fte       | work_hour/FTE/year       | rate  | d  | role | Netto timer per årsverk | Net hours per full-time equivalent
minimum_presence        | work_hour/open_hour      | rate  | d  | role | Grunnbemanning, personer til stede | Minimum presence, persons
team_presence           | work_hour/open_hour      | rate  | d  | role | Personer til stede i alt, minst | Persons present in all, at least
target_wait             | open_hour                | factor | d  | role | Mål: svar innen | Target: answered within
target_share            | 1                        | share | d  | role | Mål: andel som får svar i tide | Target: share answered in time
most_occupancy          | 1                        | share | d  | role | Høyeste belegg på dem som svarer | Highest occupancy of those who answer
fte_grid                | FTE                      | factor| d  | - | Stillinger kommer i steg på | Positions come in steps of
opening_hours           | open_hour/year           | rate  | d  | - | Åpningstimer per år | Opening hours per year
open_share              | 1                        | share | d  | - | Andel av årets timer med åpent | Share of the hours of the year that are open
open_time               | open_hour                | flow+ | pd | - | Åpningstimer | Opening hours
closed_time             | open_hour                | flow+ | pd | - | Timer med stengt | Closed hours
others_presence         | work_hour/open_hour      | rate  | d  | role | Grunnbemanning i andre roller | Minimum presence in other roles
presence_hours          | work_hour                | flow+ | pd | role | Timer med grunnbemanning | Hours of minimum presence
queue_events            | event                    | flow+ | pd | role | Hendelser i kø | Events in the queue
queue_hours             | work_hour                | flow+ | pd | role | Arbeidstimer i kø | Hours of queued work
queue_load              | work_hour/open_hour      | capacity| pd | role | Belastning fra køen | Load of the queue
handling_time           | work_hour/event          | rate  | pd | role | Gjennomsnittlig behandlingstid | Mean handling time
handlings_in_wait       | 1                        | factor| pd | role | Behandlingstider i svarfristen | Handling times within the target wait
queue_positions         | work_hour/open_hour      | capacity| pd | role | Personer som svarfristen krever | Persons that the answering target takes
queue_position_hours    | work_hour                | flow+ | pd | role | Timer som svarfristen krever | Hours that the answering target takes
queue_need_hours        | work_hour                | flow+ | pd | role | Timer som svarfrist og avtaler krever | Hours that answering target and appointments take
workload_fte            | FTE                      | capacity+| pd | role | Årsverk etter arbeidsmengde | Positions by workload
queue_fte               | FTE                      | capacity+| pd | role | Årsverk etter svarfrist | Positions by answering target
presence_fte            | FTE                      | capacity+| pd | role | Årsverk etter grunnbemanning | Positions by minimum presence
service_fte             | FTE                      | capacity+| pd | role | Årsverk etter arbeid og svarfrist | Positions by work and answering target
needed_fte              | FTE                      | capacity+| pd | role | Behov for årsverk | Positions needed
staffed_fte             | FTE                      | capacity+| pd | role | Årsverk | Positions
second_fte              | FTE                      | capacity+| pd | role | Nest største krav | Second largest requirement
staffed_for_second_fte  | FTE                      | capacity+| pd | role | Årsverk om det største kravet falt bort | Positions if the largest requirement fell away
largest_decides         | 1                        | indicator | pd | role | Det største kravet avgjør | The largest requirement decides
steps_decide            | 1                        | indicator | pd | role | Hele stillinger avgjør | Whole positions decide
workload_decides        | 1                        | indicator | pd | role | Arbeidsmengden avgjør | Workload decides
queue_decides           | 1                        | indicator | pd | role | Svarfristen avgjør | The answering target decides
presence_decides        | 1                        | indicator | pd | role | Grunnbemanningen avgjør | Minimum presence decides
pressure_ratio          | 1                        | rate  | pd | role | Årsverk mot behov | Positions against need
needed_presence         | work_hour/open_hour      | capacity| pd | role | Personer som trengs i åpningstiden | Persons needed in opening hours
staffed_presence        | work_hour/open_hour      | capacity| pd | role | Personer til stede i åpningstiden | Persons present in opening hours
scheduled_load          | work_hour/open_hour      | capacity| pd | role | Personer opptatt med avtaler | Persons busy with appointments
free_presence           | work_hour/open_hour      | capacity| pd | role | Personer som ikke er opptatt med avtaler | Persons not busy with appointments
closed_hours            | work_hour                | flow+ | pd | role | Arbeidstimer som kommer mens senteret er stengt | Hours of work that come while the centre is closed
closed_load             | work_hour/open_hour      | capacity| pd | role | Arbeid som samles opp per stengt time | Work that gathers per closed hour
unscheduled_load        | work_hour/open_hour      | capacity| pd | role | Arbeid som kommer per åpningstime | Work that comes per opening hour
spare_presence          | work_hour/open_hour      | capacity| pd | role | Personer til overs for etterslepet | Persons left for the backlog
backlog_after_night     | work_hour                | stock | pd | role | Etterslep ved åpning etter en natt | Backlog at opening after a night
backlog_after_closure   | work_hour                | stock | pd | role | Etterslep ved åpning etter helg | Backlog at opening after a weekend
clearing_time_night     | open_hour                | factor| pd | role | Tid for å ta igjen en natt | Time to clear a night
clearing_time_closure   | open_hour                | factor| pd | role | Tid for å ta igjen en helg | Time to clear a weekend
longest_wait_night      | open_hour                | factor| pd | role | Lengste ventetid over en natt | Longest wait over a night
longest_wait_closure    | open_hour                | factor| pd | role | Lengste ventetid over en helg | Longest wait over a weekend
deadline                | open_hour                | factor| d  | task | Frist | Deadline
clearing_time_of_role   | open_hour                | factor| pd | task | Rollens tid for å ta igjen en helg | Time of the role to clear a weekend
deadline_margin         | open_hour                | factor| pd | task | Margin til fristen | Margin to the deadline
answering_positions     | work_hour/open_hour      | capacity| pd | role | Personer som kan svare | Persons who can answer
service_level           | 1                        | share | pd | role | Andel som får svar i tide | Share answered in time
wait_share              | 1                        | share | pd | role | Andel som må vente | Share that has to wait
""",
    "costs": """
annual_wage             | NOK/FTE/year       | price  | d   | role | Årslønn | Annual wage
pension_share           | 1                  | share  | d   | role | Pensjon, andel av lønn | Pension, share of the wage
payroll_tax_rate        | 1                  | rate   | d   | - | Arbeidsgiveravgift i vertskommunens sone | Payroll tax in the host's zone
other_on_costs          | NOK/FTE/year       | price  | d   | role | Andre kostnader per årsverk | Other on-costs per position
real_wage_growth        | 1                  | rate   | d   | - | Reallønnsvekst per år | Real wage growth per year
amount_per_year         | NOK/year           | price  | d   | line | Beløp per år | Amount per year
amount_per_patient_time | NOK/patient/year   | price  | d   | line | Beløp per pasient og år | Amount per patient and year
group_covered           | 1                  | factor | g   | line | Gjelder pasientgruppen | Applies to the patient group
kit_price               | NOK/kit            | price  | d   | line | Pris per utstyrspakke | Price per kit
kit_lifetime            | year               | time   | d   | line | Levetid for utstyr | Lifetime of a kit
kits_per_patient        | kit/patient        | rate   | d   | line | Utstyrspakker per pasient | Kits per patient
one_off_amount          | NOK                | price  | d   | line | Engangsbeløp | One-off amount
due_time                | year               | time   | d   | line | Tidspunkt for engangsbeløp | Time of the one-off amount
vat_rate                | 1                  | rate   | d   | line | Merverdiavgift | Value-added tax
vat_not_recovered_share | 1                  | share  | d   | line | Andel av merverdiavgiften som ikke kompenseres | Share of VAT not recovered
funding_per_year        | NOK/year           | price  | d   | source | Bidrag per år | Contribution per year
funding_share           | 1                  | share  | d   | source | Bidrag, andel av kostnaden | Contribution, share of the cost
funding_start           | year               | time   | d   | source | Bidragets start | Start of the contribution
funding_end             | year               | time   | d   | source | Bidragets slutt | End of the contribution
cost_per_fte            | NOK/FTE/year       | price  | d   | role | Kostnad per årsverk | Cost per position
wage_index              | 1                  | factor | pd  | - | Lønnsindeks | Wage index
vat_factor              | 1                  | factor | d   | line | Påslag for merverdiavgift som ikke kompenseres | Factor for VAT not recovered
covered_patient_time    | patient*year       | flow+  | gpd | line | Pasienttid linjen gjelder, etter gruppe | Patient time covered, by group
covered_patient_time_all| patient*year       | flow+  | pd  | line | Pasienttid linjen gjelder | Patient time covered
delivery_time           | year               | time   | d   | line | Tid for utstyr på vei ut | Time of a kit on its way out
return_time             | year               | time   | d   | line | Tid for utstyr på vei tilbake og til rengjøring | Time of a kit on its way back and in cleaning
service_share           | 1                  | share  | d   | line | Utstyr på service, andel av det som er ute | Kits in service, share of those that are out
lead_time               | year               | time   | d   | line | Leveringstid for nytt utstyr | Lead time of new kits
service_quantile        | 1                  | share  | d   | line | Andel av leveringstidene reserven skal holde i | Share of lead times in which the reserve suffices
loss_rate               | 1/year             | rate   | d   | line | Tap av utstyr, rate | Loss rate of kits
opening_kits            | kit                | stock+ | d   | line | Utstyr eid ved horisontens start | Kits owned at the start of the horizon
one_kit                 | kit                | factor | -   | line | Én utstyrspakke | One kit
one_patient             | patient            | factor | -   | line | Én pasient | One patient
covered_starts          | patient            | flow+  | gpd | line | Nye pasienter linjen gjelder, etter gruppe | New patients covered, by group
covered_starts_all      | patient            | flow+  | pd  | line | Nye pasienter linjen gjelder | New patients covered
covered_stops           | patient            | flow+  | gpd | line | Pasienter som slutter linjen gjelder, etter gruppe | Patients who leave covered, by group
covered_stops_all       | patient            | flow+  | pd  | line | Pasienter som slutter linjen gjelder | Patients who leave covered
kits_active             | kit                | stock+ | pd  | line | Utstyr hos pasienter | Kits with patients
kits_in_transit         | kit                | stock+ | pd  | line | Utstyr underveis eller til rengjøring | Kits in transit or cleaning
kits_in_service         | kit                | stock+ | pd  | line | Utstyr på service | Kits in service
lead_time_demand        | kit                | stock+ | pd  | line | Utstyr som tas ut i en leveringstid | Kits taken out in a lead time
kits_together           | kit                | factor | d   | line | Utstyr som tas ut samtidig | Kits taken out at once
safety_stock            | kit                | stock+ | pd  | line | Utstyr i reserve | Kits in reserve
kits_needed             | kit                | stock+ | pd  | line | Behov for utstyr | Kits needed
kit_exit_rate           | 1/year             | rate   | d   | line | Avgang av utstyr, rate | Exit rate of kits
kit_exit_share          | 1                  | share  | pd  | line | Andel av utstyret som går ut på en måned | Share of the kits that go out in a month
kits_owned_before       | kit                | stock+ | pd  | line | Utstyr fra måneden før | Kits from the month before
kits_gone               | kit                | flow+  | pd  | line | Utstyr som går ut | Kits that go out
kits_bought             | kit                | flow+  | pd  | line | Innkjøp av utstyr | Kits bought
kits_owned              | kit                | stock+ | pd  | line | Utstyr som eies | Kits owned
kits_lost               | kit                | flow+  | pd  | line | Tapt utstyr | Kits lost
kits_worn_out           | kit                | flow+  | pd  | line | Utslitt utstyr som erstattes | Kits worn out
kit_purchase            | NOK                | flow+  | pd  | line | Betaling for innkjøpt utstyr | Payment for kits bought
falls_due               | 1                  | factor | pd  | line | Forfaller denne måneden | Falls due in the month
line_cost               | NOK                | flow+  | pd  | line | Kostnad | Cost
total_cost              | NOK                | flow+  | pd  | - | Samlet kostnad | Total cost
funding_window          | 1                  | factor | pd  | source | Bidraget løper denne måneden | The contribution runs in the month
fundable_cost           | NOK                | flow+  | pd  | source | Kostnad mens bidraget løper | Cost while the contribution runs
fundable_cost_year      | NOK                | flow+  | yd  | source | Kostnad i året mens bidraget løper | Cost in the year while the contribution runs
funding_granted         | NOK                | flow+  | pd  | source | Tilsagn om bidrag | Contribution promised
funding_granted_year    | NOK                | flow+  | yd  | source | Tilsagn om bidrag i året | Contribution promised for the year
funding_rate_year       | 1                  | factor  | yd  | source | Tilsagn mot kostnad i året | Contribution promised against cost, in the year
funding_rate            | 1                  | factor  | pd  | source | Tilsagn mot kostnad | Contribution promised against cost
funding_unused_year     | NOK                | flow+  | yd  | source | Tilsagn som ikke trengs | Contribution not needed
funding_offered         | NOK                | flow+  | pd  | source | Tilbudt bidrag | Contribution offered
total_funding_offered   | NOK                | flow+  | pd  | - | Tilbudte bidrag i alt | Contributions offered in all
funding_used_share      | 1                  | share  | pd  | - | Andel av tilbudte bidrag som trengs | Share of the offered contributions needed
funding                 | NOK                | flow+  | pd  | source | Bidrag | Contribution
total_funding           | NOK                | flow+  | pd  | - | Bidrag i alt | Contributions in all
net_cost                | NOK                | flow+  | pd  | - | Kostnad til fordeling | Cost to split
line_cost_year          | NOK                | flow+  | yd  | line | Kostnad i året | Cost in the year
total_cost_year         | NOK                | flow+  | yd  | - | Samlet kostnad i året | Total cost in the year
funding_year            | NOK                | flow+  | yd  | source | Bidrag i året | Contribution in the year
""",
}
