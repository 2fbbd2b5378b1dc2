"""Quantities of present values and their correction: one line each, as `gevinst.catalogue` reads."""

# name | unit | kind (+ extensive) | axes: g m, p month or y year, d draw | record | bokmaal | English
APPRAISAL = {
    "economics": """
analysis_period         | year               | time   | d    | -     | Analyseperiode | Analysis period
discount_rate           | 1                  | rate   | d    | -     | Kalkulasjonsrente | Discount rate
discount_time           | year               | time   | d    | -     | Når i året beløpene faller | When in the year the amounts fall
tax_financing_rate      | 1                  | rate   | d    | -     | Skattefinansieringskostnad per krone | Tax-financing cost per krone
residual_value          | NOK                | stock+ | d    | line  | Restverdi ved analyseperiodens slutt | Residual value at the end of the analysis
public_share            | 1                  | share  | d    | actor | Offentlig andel av pengene | Public share of the money
discount_factor         | 1                  | factor | yd   | -     | Diskonteringsfaktor | Discount factor
residual_factor         | 1                  | factor | d    | -     | Diskonteringsfaktor ved analyseperiodens slutt | Discount factor at the end of the analysis
municipality_discounted_gain | NOK           | flow+  | myd  | actor | Kommunens gevinst, diskontert | Gain of the municipality, discounted
municipality_present_gain | NOK              | stock+ | md   | actor | Nåverdi av kommunens gevinst | Present value of the municipality's gain
municipality_discounted_cost | NOK           | flow+  | myd  | actor | Kommunens betaling, diskontert | Payment of the municipality, discounted
municipality_present_cost | NOK              | stock+ | md   | actor | Nåverdi av kommunens betaling | Present value of the municipality's payment
municipality_present_transfer | NOK          | stock+ | md   | actor | Nåverdi av overføringer til kommunen | Present value of transfers to the municipality
present_residual        | NOK                | stock+ | d    | line  | Nåverdi av restverdien | Present value of the residual value
residuals               | NOK                | stock+ | d    | -     | Nåverdi av restverdiene i alt | Present value of all residual values
municipalities_present_cost | NOK            | stock+ | d    | actor | Nåverdi av alle kommunenes betaling | Present value of all municipalities' payments
paid_share              | 1                  | share  | md   | actor | Andel av betalingene, nåverdi | Share of the payments, present value
municipality_present_residual | NOK          | stock+ | md   | actor | Kommunens del av restverdiene | The municipality's part of the residual values
municipality_present_net_cash | NOK          | stock+ | md   | actor | Nåverdi av kommunens netto i penger | Present value of the municipality's net cash
municipality_tax_financing_cost | NOK        | stock+ | md   | actor | Skattefinansieringskostnad, kommunen | Tax-financing cost, municipality
actor_discounted_gain   | NOK                | flow+  | yd   | actor | Aktørens gevinst, diskontert | Gain of the actor, discounted
actor_present_gain      | NOK                | stock+ | d    | actor | Nåverdi av aktørens gevinst | Present value of the actor's gain
actor_discounted_cost   | NOK                | flow+  | yd   | actor | Aktørens bidrag, diskontert | Contribution of the actor, discounted
actor_present_cost      | NOK                | stock+ | d    | actor | Nåverdi av aktørens bidrag | Present value of the actor's contribution
actor_present_transfer  | NOK                | stock+ | d    | actor | Nåverdi av overføringer til aktøren | Present value of transfers to the actor
actor_present_net_cash  | NOK                | stock+ | d    | actor | Nåverdi av aktørens netto i penger | Present value of the actor's net cash
actor_tax_financing_cost | NOK               | stock+ | d    | actor | Skattefinansieringskostnad, aktøren | Tax-financing cost, actor
evidence_gain_factor    | 1                  | factor | d    | benefit | Det en gevinst teller etter evidenskorreksjon | What a gain counts after the evidence correction
evidence_delay          | year               | time   | d    | benefit | Forsinkelse som evidenskorreksjonen legger til | Delay that the evidence correction adds
evidence_cost_uplift    | 1                  | rate   | d    | -     | Kostnadspåslag, evidenskorreksjon | Cost uplift, evidence correction
later_passed            | 1                  | share  | mpd  | benefit | Del av måneden etter korrigert forsinkelse | Share of the month after the corrected delay
later_time              | patient*year       | flow+  | gmpd | benefit | Pasienttid etter korrigert forsinkelse | Patient time after the corrected delay
later_time_year         | patient*year       | flow+  | gmyd | benefit | Pasientår etter korrigert forsinkelse | Patient-years after the corrected delay
still_gained_share      | 1                  | share  | gmyd | benefit | Del av årets gevinst som er igjen når den kommer senere | Share of the year's gain that is left when it comes later
corrected_benefit       | NOK                | flow+  | gmyd | benefit | Gevinst, korrigert for evidens | Benefit, corrected for evidence
corrected_payment       | NOK                | flow+  | gmyd | benefit | Motpartens betaling, korrigert for evidens | Payment of the other side, corrected for evidence
corrected_gain_by_place | NOK                | flow+  | gmyd | actor | Gevinst etter gruppe og bosted, korrigert for evidens | Gain by group and place, corrected for evidence
municipality_corrected_gain | NOK            | flow+  | myd  | actor | Kommunens gevinst, korrigert for evidens | Gain of the municipality, corrected for evidence
actor_corrected_gain    | NOK                | flow+  | yd   | actor | Aktørens gevinst, korrigert for evidens | Gain of the actor, corrected for evidence
""",
}
