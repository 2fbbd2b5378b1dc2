"""Quantities from cost to charges and gains: one line each, as `gevinst.catalogue` reads them."""

# name | unit | kind (+ extensive) | axes: g m, p month or y year, d draw | record | bokmaal | English
SETTLEMENT = {
    "price": """
key_weight              | 1                  | share  | d   | key | Nøkkelens vekt | Weight of the key
key_member              | 1                  | stock+ | md  | key | Teller i nøkkelen | Counts in the key
key_figure              | 1                  | stock+ | md  | key | Tall i nøkkelen | Figure of the key
key_history             | basis              | stock+ | myd | key | Bruk før beregningsperioden som teller med | Use before the horizon that counts
averaged_years          | 1                  | factor | -   | key | Antall år i snittet | Years in the mean
key_weight_total        | 1                  | share  | d   | key | Vektene i alt | Weights in all
eligible_here           | patient            | stock+ | mpd | -   | Aktuelle pasienter i kommunen | Eligible patients of the municipality
patients_here           | patient            | stock+ | mpd | -   | Aktive pasienter i kommunen | Active patients of the municipality
place_events            | event              | flow+  | gmpd| task | Hendelser, etter gruppe og bosted | Events by group and place
place_events_all        | event              | flow+  | mpd | task | Hendelser, etter bosted | Events by place
place_hours             | work_hour          | flow+  | mpd | task | Arbeidstimer, etter bosted | Hours of work by place
patient_hours           | work_hour          | flow+  | mpd | -   | Arbeidstimer som pasientene gir | Hours of work that the patients bring
benefit_received        | NOK                | flow+  | myd | key | Gevinst det fordeles etter | Benefit that is shared by
key_basis_measured      | basis              | stock+ | mpd | key | Fordelingsgrunnlag, målt | Basis measured
key_basis_counted       | basis              | stock+ | mpd | key | Fordelingsgrunnlag, talt i måneden | Basis counted in the month
key_basis_year          | basis              | stock+ | myd | key | Fordelingsgrunnlag, talt i året | Basis counted in the year
basis_before            | basis              | stock+ | myd | key | Fordelingsgrunnlag, snitt av årene før | Basis, mean of the years before
key_basis               | basis              | stock+ | mpd | key | Fordelingsgrunnlag | Basis of the key
key_basis_total         | basis              | stock+ | pd  | key | Fordelingsgrunnlag, alle kommuner | Basis of the key, all municipalities
key_share               | 1                  | share  | mpd | key | Andel etter nøkkelen | Share by the key
weighted_key_share      | 1                  | share  | mpd | key | Nøkkelens bidrag til fordelingsnøkkelen | Contribution of the key to the mixed key
share_step              | 1                  | factor | -   | -   | Minste andel | Smallest share
partner_rank            | 1                  | factor | m   | -   | Rekkefølge etter kommunenummer | Order by municipality code
mixed_share             | 1                  | share  | mpd | pool | Fordelingsnøkkel før avrunding | Allocation key before rounding
allocation_share        | 1                  | share  | mpd | pool | Fordelingsnøkkel | Allocation key
pool_charge             | NOK                | flow+  | mpd | pool | Betaling for kostnadspakken | Charge for the pool
key_charge              | NOK                | flow+  | mpd | -   | Betaling etter nøkkel | Charge by key
charge                  | NOK                | flow+  | mpd | -   | Betaling | Charge
charge_year             | NOK                | flow+  | myd | -   | Betaling i året | Charge in the year
settlement_amount       | NOK                | stock+ | md  | settlement | Oppgjør for tidligere år, avtalt | Settlement of earlier years, agreed
settlement_time         | year               | time   | d   | settlement | Tidspunkt for oppgjøret | Time of the settlement
settlement_falls        | 1                  | factor | pd  | settlement | Oppgjøret kommer denne måneden | The settlement is in the month
settlement_due          | NOK                | flow+  | mpd | settlement | Oppgjør i måneden | Settlement due
settlement              | NOK                | flow+  | mpd | -   | Oppgjør for tidligere år | Settlement of earlier years
charge_vat_rate         | 1                  | rate   | d   | -   | Merverdiavgift på betalingen, sats | VAT on the charge, rate
charge_vat_not_recovered_share | 1           | share  | d   | -   | Andel av merverdiavgiften på betalingen som ikke kompenseres | Share of the VAT on the charge not recovered
charge_vat              | NOK                | flow+  | mpd | -   | Merverdiavgift på betalingen | VAT on the charge
charge_vat_cost         | NOK                | flow+  | mpd | -   | Merverdiavgift på betalingen som ikke kompenseres | VAT on the charge not recovered
charge_vat_cost_year    | NOK                | flow+  | myd | -   | Merverdiavgift på betalingen som ikke kompenseres, i året | VAT on the charge not recovered, in the year
amount_due              | NOK                | flow+  | mpd | -   | Å betale | Amount due
overhead_share          | 1                  | share  | d   | line | Vertskommunens påslag | The host's overhead
overhead_base           | NOK                | flow+  | pd  | line | Kostnad påslaget regnes av | Cost that the overhead is taken of
pool_cost               | NOK                | flow+  | pd  | pool | Kostnadspakkens kostnad | Cost of the pool
pool_earmarked          | NOK                | flow+  | pd  | pool | Øremerkede bidrag til kostnadspakken | Contributions earmarked the pool
pool_cost_left          | NOK                | flow+  | pd  | pool | Kostnadspakken etter øremerkede bidrag | Cost of the pool after earmarked contributions
cost_left               | NOK                | flow+  | pd  | -    | Kostnad etter øremerkede bidrag | Cost after earmarked contributions
unfunded_share          | 1                  | share  | pd  | -    | Andel av kostnaden som ikke er finansiert | Share of the cost not funded
pool_net_cost           | NOK                | flow+  | pd  | pool | Kostnadspakken til fordeling | Cost of the pool to split
earmarked_cost          | NOK                | flow+  | pd  | source | Kostnaden bidraget er øremerket | Cost that the contribution is earmarked
earmarked_offered       | NOK                | flow+  | pd  | source | Øremerkede bidrag i alt til samme kostnad | Contributions earmarked the same cost
municipalities_gain     | NOK                | flow+  | yd   | actor | Gevinst for alle kommunene | Gain of all municipalities
counted_gain            | NOK                | flow+  | yd   | actor | Gevinst som teller i finansieringen | Gain that funding goes by
funder_gain             | NOK                | flow+  | yd   | source | Giverens gevinst | Gain of the funder
everyones_gain          | NOK                | flow+  | yd   | source | Alles gevinst | Gain of everyone
benefit_share_year      | 1                  | share  | yd   | source | Giverens andel av gevinsten i året | The funder's share of the benefit in the year
benefit_share           | 1                  | share  | pd   | source | Giverens andel av gevinsten | The funder's share of the benefit
fee_per_year            | NOK/year           | price  | md  | fee | Pris per år | Price per year
fee_per_inhabitant      | NOK/inhabitant/year| price  | md  | fee | Pris per innbygger og år | Price per inhabitant and year
fee_per_patient_time    | NOK/patient/year   | price  | md  | fee | Pris per pasient og år | Price per patient and year
fee_per_start           | NOK/patient        | price  | md  | fee | Pris per oppstart | Price per new patient
fee_on_joining          | NOK                | price  | md  | fee | Pris for å bli med | Price for joining
fee_by_key              | NOK/year           | price  | d   | fee | Fast beløp per år i alt | Fixed amount a year in all
fee_start               | year               | time   | d   | fee | Prisens start | Start of the price
fee_end                 | year               | time   | d   | fee | Prisens slutt | End of the price
inhabitants_from        | inhabitant         | stock  | d   | fee | Båndets nedre ende, innbyggere | Lower end of the band, inhabitants
inhabitants_to          | inhabitant         | stock  | d   | fee | Båndets øvre ende, innbyggere | Upper end of the band, inhabitants
patients_from           | patient            | stock  | d   | fee | Båndets nedre ende, pasienter | Lower end of the band, patients
patients_to             | patient            | stock  | d   | fee | Båndets øvre ende, pasienter | Upper end of the band, patients
fee_window              | 1                  | factor | pd  | fee | Prisen gjelder denne måneden | The price holds in the month
fee_applies             | 1                  | factor | mpd | fee | Prisen gjelder kommunen | The price holds for the municipality
charged_patients        | patient            | stock+ | mpd | fee | Pasienter det betales for | Patients that are charged
starts_here             | patient            | flow+  | mpd | -   | Nye pasienter i kommunen | New patients of the municipality
joins_now               | 1                  | factor | mpd | -   | Blir med denne måneden | Joins in the month
fee                     | NOK                | flow+  | mpd | fee | Pris å betale | Fee
fees                    | NOK                | flow+  | mpd | -   | Priser i alt | Fees in all
fees_all                | NOK                | flow+  | pd  | -   | Priser i alt, alle kommuner | Fees of all municipalities
priced_charge           | NOK                | flow+  | mpd | -   | Betaling før grenser | Charge before limits
cost_beyond_fees        | NOK                | flow+  | pd  | -   | Kostnad prisene ikke dekker | Cost that the fees do not cover
cost_beyond_fees_year   | NOK                | flow+  | yd  | -   | Kostnad prisene ikke dekker, i året | Cost that the fees do not cover, in the year
level_weight            | 1                  | factor | md  | -   | Vekt for tjenestenivået | Weight of the service level
levelled_patient_time   | patient*year       | flow+  | mpd | -   | Pasienttid, vektet etter tjenestenivå | Patient time by service level
levelled_patient_time_year | patient*year    | flow+  | myd | -   | Pasienttid i året, vektet etter tjenestenivå | Patient time in the year by service level
levelled_patient_time_total | patient*year   | flow+  | yd  | -   | Pasienttid i året i alt, vektet etter tjenestenivå | Patient time in the year in all by service level
unit_price_share_year   | 1                  | share  | myd | -   | Andel av årets pasienttid | Share of the year's patient time
unit_price_share        | 1                  | share  | mpd | -   | Andel av årets pasienttid, i måneden | Share of the year's patient time, in the month
unit_price              | NOK/patient/year   | price  | yd  | -   | Pris per pasientår som går i null | Break-even price per patient-year
charge_all              | NOK                | flow+  | pd  | -   | Betaling, alle kommuner | Charges of all municipalities
surplus                 | NOK                | flow+  | pd  | -   | Overskudd | Surplus
surplus_year            | NOK                | flow+  | yd  | -   | Overskudd i året | Surplus in the year
corridor                | 1                  | share  | d   | limit | Korridor rundt gjennomsnittet | Corridor round the mean
minimum_charge          | NOK/year           | price  | md  | limit | Minstebeløp per år | Minimum charge per year
max_rise                | 1                  | rate   | d   | limit | Største økning fra året før | Largest rise from the year before
max_fall                | 1                  | rate   | d   | limit | Største nedgang fra året før | Largest fall from the year before
last_year_charge        | NOK                | stock+ | md  | limit | Betaling i året før beregningsperioden | Charge in the year before the horizon
last_year_time          | year               | time+  | md  | limit | Tid med i året før beregningsperioden | Time of membership in the year before the horizon
time_joined             | year               | flow+  | mpd | -   | Tid med i måneden | Time of membership in the month
time_joined_year        | year               | flow+  | myd | -   | Tid med i året | Time of membership in the year
inhabitant_time         | inhabitant*year    | flow+  | mpd | -   | Innbyggere ganger tid med | Inhabitants times time of membership
inhabitant_time_year    | inhabitant*year    | flow+  | myd | -   | Innbyggere ganger tid med, i året | Inhabitants times time of membership, in the year
inhabitant_time_total   | inhabitant*year    | flow+  | yd  | -   | Innbyggere ganger tid med, alle kommuner | Inhabitants times time of membership, all municipalities
priced_charge_year      | NOK                | flow+  | myd | -   | Betaling i året før grenser | Charge in the year before limits
wanted_charge           | NOK                | flow+  | myd | limit | Betaling i året før grensen | Charge in the year before the limit
wanted_charge_all       | NOK                | flow+  | yd  | limit | Betaling i året før grensen, alle kommuner | Charges in the year before the limit, all municipalities
mean_charge             | NOK/inhabitant/year| price  | yd  | limit | Gjennomsnittlig betaling per innbygger | Mean charge per inhabitant
charge_floor            | NOK                | flow+  | myd | limit | Minst å betale | Least to pay
charge_ceiling          | NOK                | flow+  | myd | limit | Mest å betale | Most to pay
limited_charge          | NOK                | flow+  | myd | limit | Betaling i året innenfor grensen | Charge in the year within the limit
limit_lacking           | NOK                | flow+  | yd  | limit | Beløp grensen ikke gir rom for | Amount that the limit leaves no room for
final_charge            | NOK                | flow+  | myd | -   | Betaling i året innenfor alle grenser | Charge in the year within all limits
limited_charge_by_month | NOK                | stock+ | mpd | -   | Årets betaling innenfor alle grenser, kjent i måneden | Year's charge within all limits, known in the month
priced_charge_all       | NOK                | flow+  | pd  | -   | Betaling før grenser, alle kommuner | Charges before limits, all municipalities
priced_charge_all_year  | NOK                | flow+  | yd  | -   | Betaling i året før grenser, alle kommuner | Charges in the year before limits, all municipalities
priced_charge_all_by_month | NOK             | stock+ | pd  | -   | Årets betaling før grenser, kjent i måneden | Year's charges before limits, known in the month
month_of_year_share     | 1                  | factor | pd  | -   | Månedens del av årets betaling | The month's part of the year's charges
""",
    "benefits": """
baseline_rate           | event/patient/year | rate   | gd   | benefit | Nullpunkt, hendelser per pasient og år | Baseline, events per patient and year
effect                  | 1                  | factor | d    | benefit | Relativ endring | Relative change
change_rate             | event/patient/year | rate   | gd   | benefit | Endring per pasient og år | Change per patient and year
hours_before            | event/patient      | rate   | gd   | benefit | Arbeidstid før, per pasient og periode | Work before, per patient and period
hours_after             | event/patient      | rate   | gd   | benefit | Arbeidstid etter, per pasient og periode | Work after, per patient and period
periods_per_year        | 1/year             | rate   | d    | benefit | Perioder i året | Periods in a year
realisation_share       | 1                  | share  | d    | benefit | Andel som realiseres | Share realised
realisation_delay       | year               | time   | d    | benefit | Tid til gevinsten begynner å telle | Time until the gain starts to count
real_value_growth       | 1                  | factor | d    | benefit | Realvekst i verdien | Real growth of the value
unit_value              | NOK/event          | price  | d    | benefit | Verdi per enhet | Value per unit
average_value           | NOK/event          | price  | d    | benefit | Gjennomsnittsverdi per liggedøgn | Average value per bed-day
capacity_value          | NOK/event          | price  | d    | benefit | Kapasitetsverdi per liggedøgn | Capacity value per bed-day
marginal_value          | NOK/event          | price  | d    | benefit | Marginalverdi per liggedøgn | Marginal value per bed-day
contact_time            | work_hour/event    | rate   | d    | benefit | Arbeidstid per runde | Work per pass
hourly_cost             | NOK/work_hour      | price  | d    | benefit | Kostnad per arbeidstime | Cost per hour of work
contact_price           | NOK/event          | price  | d    | benefit | Annen kostnad per runde | Other cost per pass
hours_per_count         | work_hour/event    | factor | -    | benefit | Arbeidstimer i det som telles | Hours of work in what is counted
profession_net_hours    | work_hour/FTE/year | rate   | d    | profession | Yrkesgruppens timer per årsverk | Hours per position of the profession
patient_time_year       | patient*year       | flow+  | gmyd | -       | Pasientår | Patient-years
year_number_of_year     | year               | time   | y    | -       | År siden første år, ved årets slutt | Years since the first year, at the end of the year
delay_passed            | 1                  | share  | mpd  | benefit | Del av måneden etter forsinkelsen | Share of the month after the delay
gain_time               | patient*year       | flow+  | gmpd | benefit | Pasienttid som gir gevinst | Patient time that gains
gain_time_year          | patient*year       | flow+  | gmyd | benefit | Pasientår som gir gevinst | Patient-years that gain
gain_time_share         | 1                  | share  | gmyd | benefit | Del av året etter forsinkelsen | Share of the year after the delay
baseline_events         | event              | flow+  | gmyd | benefit | Hendelser uten tjenesten | Events without the service
changed_events          | event              | flow+  | gmyd | benefit | Endring i hendelser | Change in events
realised_events         | event              | flow+  | gmyd | benefit | Endring som realiseres | Change realised
value_index             | 1                  | factor | yd   | benefit | Verdien mot prisåret | Value against the price year
contact_cost            | NOK/event          | price  | d    | benefit | Kostnad for kontakten | Cost of the contact
pass_cost               | NOK/event          | price  | d    | benefit | Kostnad per runde | Cost per pass
benefit_average         | NOK                | flow+  | gmyd | benefit | Gevinst etter gjennomsnittsverdi | Benefit at the average value
benefit_capacity        | NOK                | flow+  | gmyd | benefit | Gevinst etter kapasitetsverdi | Benefit at the capacity value
benefit_marginal        | NOK                | flow+  | gmyd | benefit | Gevinst etter marginalverdi | Benefit at the marginal value
line_payment            | NOK                | flow+  | gmyd | benefit | Motpartens betaling | Payment of the other side
line_benefit            | NOK                | flow+  | gmyd | benefit | Gevinst | Benefit
freed_hours             | work_hour          | flow+  | gmyd | benefit | Timer frigjort | Hours freed
freed_hours_all         | work_hour          | flow+  | yd   | benefit | Timer frigjort i alt | Hours freed in all
profession_hours        | work_hour          | flow+  | yd   | profession | Yrkesgruppens timer frigjort | Hours freed of the profession
profession_time         | FTE*year           | flow+  | yd   | profession | Yrkesgruppens årsverk frigjort | Positions freed of the profession
""",
    "actors": """
gain_by_place           | NOK                | flow+  | gmyd | actor | Gevinst etter pasientgruppe og bosted | Gain by patient group and place
municipality_gain       | NOK                | flow+  | myd  | actor | Kommunens gevinst | Gain of the municipality
actor_gain              | NOK                | flow+  | yd   | actor | Aktørens gevinst | Gain of the actor
actor_funding           | NOK                | flow+  | yd   | actor | Aktørens bidrag | Contribution of the actor
municipality_transfer   | NOK                | flow+  | myd  | actor | Overføringer til kommunen | Transfers to the municipality
actor_transfer          | NOK                | flow+  | yd   | actor | Overføringer til aktøren | Transfers to the actor
municipality_net_cash   | NOK                | flow+  | myd  | actor | Kommunens netto i penger | Net cash of the municipality
actor_net_cash          | NOK                | flow+  | yd   | actor | Aktørens netto i penger | Net cash of the actor
""",
    "key_figures": """
active_patients_year    | patient            | stock+ | gmyd | -    | Aktive pasienter ved årets slutt | Active patients at the end of the year
active_patients_total   | patient            | stock+ | yd   | -    | Aktive pasienter i alt ved årets slutt | Active patients in all at the end of the year
patient_time_municipality | patient*year     | flow+  | myd  | -    | Kommunens pasientår | Patient-years of the municipality
patient_time_total      | patient*year       | flow+  | yd   | -    | Pasientår i alt | Patient-years in all
staffed_time            | FTE*year           | flow+  | pd   | role | Årsverk utført i måneden | Positions times time, in the month
staffed_time_year       | FTE*year           | flow+  | yd   | role | Årsverk i året | Positions times time, in the year
staffed_time_total      | FTE*year           | flow+  | yd   | -    | Årsverk i året, alle roller | Positions times time, all roles
inhabitants_year        | inhabitant         | stock+ | myd  | -    | Innbyggere i året | Inhabitants in the year
patients_per_fte        | patient/FTE        | rate   | yd   | -    | Pasienter per årsverk | Patients per position
cost_per_patient_time   | NOK/patient/year   | price  | yd   | -    | Kostnad per pasientår | Cost per patient-year
charge_per_patient_time | NOK/patient/year   | price  | myd  | -    | Betaling per pasientår | Charge per patient-year
charge_per_inhabitant   | NOK/inhabitant     | price  | myd  | -    | Betaling per innbygger | Charge per inhabitant
""",
}
