"""Texts: measurements and comparisons of a project file, and values that are taken from them."""

BASELINE_PROJECT: dict[str, dict[str, str]] = {
    "value.not_taken_here": {
        "nb": "Her kan det ikke stå {found}.<< Skriv {allowed} = id.>> Nullpunktet (baseline) i en"
        " gevinstlinje hentes med measured, effekten (effect) med compared. Andre tall skrives som"
        " tall.",
        "en": "There cannot be {found} here.<< Write {allowed} = id.>> The baseline of a benefit"
        " line is taken with measured, its effect with compared. Other numbers are written as"
        " numbers.",
    },
    "measurement.nothing": {
        "nb": "Målingen har verken antall eller rate. Oppgi person_time og events (hendelser),"
        " eller person_time, amount og sum_of_squares (mengder), eller en ferdig rate med spenn.",
        "en": "The measurement has neither counts nor a rate. State person_time and events, or"
        " person_time, amount and sum_of_squares, or a finished rate with its range.",
    },
    "measurement.lumps": {
        "nb": "{unit} kommer mange om gangen og er ikke enkelthendelser: et intervall for hendelser"
        " blir for smalt. Skriv amount i stedet for events, og oppgi sum_of_squares (summen av hver"
        " persons antall i annen), eller en ferdig rate med spenn.",
        "en": "{unit} come many at a time and are not single events: an interval for events is too"
        " narrow. Write amount instead of events, and state sum_of_squares (of each person's"
        " number), or a finished rate with its range.",
    },
    "measurement.no_squares": {
        "nb": "amount står uten sum_of_squares. Uten hvor ulikt mengden er fordelt, kan intervallet"
        " ikke regnes ut. Oppgi summen av hver persons antall i annen (i Excel:"
        " SUMMERKVADRAT over personene), eller en ferdig rate med spenn.",
        "en": "amount is given without sum_of_squares. Without how unevenly it is spread there is"
        " no interval. State the sum of each person's number squared (in Excel: SUMSQ over the"
        " persons), or a finished rate with its range.",
    },
    "measurement.squares_impossible": {
        "nb": "sum_of_squares er {found}, men med {total} fordelt på {persons} personer må den være"
        " {strictly} {least} og høyst {most}. Regn summen av hver persons antall i annen en gang"
        " til.",
        "en": "sum_of_squares is {found}, but with {total} spread over {persons} persons it must be"
        " {strictly} {least} and at most {most}. Add up each person's number squared once more.",
    },
    "measurement.one_person": {
        "nb": "Med én person sier sum_of_squares ingenting om forskjellen mellom personer. Ta den"
        " bort, eller oppgi en ferdig rate med spenn.",
        "en": "With one person, sum_of_squares says nothing of how persons differ. Leave it out, or"
        " state a finished rate with its range.",
    },
    "measurement.exact_number": {
        "nb": "{key} er talt og har ikke noe spenn: intervallet regnes ut. Skriv bare tallet.",
        "en": "{key} is counted and has no range: the interval is worked out. Write the number"
        " alone.",
    },
    "measurement.no_range": {
        "nb": "{key} mangler spenn. Skriv for eksempel"
        ' { likely = ..., low = ..., high = ..., means = "95 % interval" }.',
        "en": "{key} has no range. Write e.g."
        ' { likely = ..., low = ..., high = ..., means = "95 % interval" }.',
    },
    "measurement.rate_too_high": {
        "nb": "Målingen gir {found} {unit} per person og år: det er mer enn det kan regnes med."
        " Sjekk antallet og person_time.",
        "en": "The measurement gives {found} {unit} per person and year, more than can be"
        " calculated with. Check the number and person_time.",
    },
    "comparison.nothing": {
        "nb": "Sammenligningen har ikke noe å sammenligne. Med design = {design} oppgis {allowed}"
        " (id-er i measurements), eller et ferdig forholdstall i ratio med spenn.",
        "en": "The comparison has nothing to compare. With design = {design}, state {allowed} (ids"
        " in measurements), or a finished ratio with its range.",
    },
    "comparison.only_ratio": {
        "nb": "Med design = {design} kan forholdet ikke regnes ut av summene alene. Oppgi et ferdig"
        " forholdstall i ratio med spenn, for eksempel fra gevinst.baseline.compare.",
        "en": "With design = {design} the ratio does not follow from totals alone. State a finished"
        " ratio with its range, e.g. from gevinst.baseline.compare.",
    },
    "comparison.unused": {
        "nb": "{key} brukes ikke når design er {design}<< (bare {allowed})>>. Ta den bort.",
        "en": "{key} is not used when design is {design}<< (only {allowed})>>. Leave it out.",
    },
    "comparison.ratio_and_ids": {
        "nb": "Både ratio og {key} er oppgitt. Behold det ferdige forholdstallet, eller målingene"
        " det skal regnes ut av.",
        "en": "Both ratio and {key} are stated. Keep the finished ratio, or the measurements that"
        " it is to follow from.",
    },
    "comparison.selected": {
        "nb": "Personene er valgt fordi de brukte mye (selected_on_use), og det er ingen"
        " sammenligningsgruppe: forbruket faller uten tjenesten også, og den observerte endringen"
        " er ingen effekt. Regn ut endringen som ventes uten tjenesten"
        " (gevinst.baseline.regression_to_mean_counts med befolkningens snitt og fordeling), og"
        " oppgi observed_change, expected_change og det som er igjen som ratio = (1 +"
        " observed_change) / (1 + expected_change), med spenn.",
        "en": "The persons were included because they used much (selected_on_use), and there is no"
        " comparison group: use falls without the service too, and the observed change is no"
        " effect. Work out the change expected without the service"
        " (gevinst.baseline.regression_to_mean_counts with the population's mean and shape), and"
        " state observed_change, expected_change and what is left as ratio = (1 + observed_change)"
        " / (1 + expected_change), with its range.",
    },
    "comparison.not_what_is_left": {
        "nb": "ratio er {found}, men av observed_change ({observed}) og expected_change"
        " ({expected}) er det {left} som er igjen: (1 + observed_change) / (1 + expected_change)."
        " Oppgi det som er igjen, ikke den observerte endringen.",
        "en": "ratio is {found}, but of observed_change ({observed}) and expected_change"
        " ({expected}) {left} is left: (1 + observed_change) / (1 + expected_change). State what is"
        " left, not the observed change.",
    },
    "comparison.hidden_selection": {
        "nb": "selected_on_use er false, men målingen «{found}» er av personer valgt etter forbruk"
        " (selected_on_use = true). Skriv det samme begge steder.",
        "en": 'selected_on_use is false, but the measurement "{found}" is of persons included for'
        " their use (selected_on_use = true). Say the same in both places.",
    },
    "comparison.finished_rate": {
        "nb": "Målingen «{found}» har bare en ferdig rate. Et forhold regnes ut av antall og"
        " personår. Oppgi events og person_time i målingen, eller et ferdig forholdstall i ratio.",
        "en": 'The measurement "{found}" has only a finished rate. A ratio follows from counts and'
        " person-time. State events and person_time there, or a finished ratio here.",
    },
    "comparison.other_measure": {
        "nb": "Målingen «{found}» teller noe annet: «{other}», mot «{own}» her. Bare det samme,"
        " telt på samme måte, kan sammenlignes.",
        "en": 'The measurement "{found}" counts something else: "{other}", here "{own}". Only the'
        " same, counted in the same way, can be compared.",
    },
    "comparison.windows": {
        "nb": "Før er {before}, etter er {after}. Uten en sammenligningsgruppe må periodene være"
        " like lange og begynne i samme måned av året, ellers måles årstiden med.",
        "en": "Before is {before}, after is {after}. Without a comparison group the periods must be"
        " equally long and begin in the same month of the year, or the season is measured too.",
    },
    "comparison.overlap": {
        "nb": "Etter begynner {after}, før før-perioden er slutt ({before}). Skill dem.",
        "en": "After begins in {after}, before the period before ends ({before}). They cannot"
        " overlap.",
    },
    "comparison.no_events": {
        "nb": "Målingen «{found}» har ingen hendelser, så forholdet er ikke definert. Bruk en"
        " lengre periode, eller en annen indikator.",
        "en": 'The measurement "{found}" has no events, so there is no ratio. Use a longer period,'
        " or another indicator.",
    },
    "comparison.too_few": {
        "nb": "Målingen «{found}» svarer til {count} uavhengige hendelser. Under {fewest} holder"
        " ikke intervallet. Bruk en lengre periode, eller et ferdig forholdstall fra personrader.",
        "en": 'The measurement "{found}" amounts to {count} independent events. Below {fewest} the'
        " interval does not hold. Use a longer period, or a finished ratio from person rows.",
    },
    "taken.not_measured": {
        "nb": "Nullpunktet er målt (measured), men baseline_from er {found}. Skriv baseline_from ="
        " measured.",
        "en": "The baseline is measured, but baseline_from is {found}. Write baseline_from ="
        " measured.",
    },
    "taken.other_indicator": {
        "nb": "«{found}» har indikatoren «{other}», men gevinstlinja har «{own}». Bare samme"
        " indikator kan brukes.",
        "en": '"{found}" has the indicator "{other}", but the benefit line has "{own}". Only the'
        " same indicator can be used.",
    },
    "taken.other_definition": {
        "nb": "«{found}» er definert slik: «{other}», men gevinstlinja slik: «{own}». Samme navn"
        " med ulik definisjon er to indikatorer.",
        "en": '"{found}" is defined so: "{other}", but the benefit line so: "{own}". The same name'
        " with two definitions is two indicators.",
    },
    "taken.other_unit": {
        "nb": "«{found}» teller {other}, men gevinstlinja teller {own}. Bruk samme enhet.",
        "en": '"{found}" counts {other}, but the benefit line counts {own}. Use the same unit.',
    },
    "taken.other_groups": {
        "nb": "«{found}» gjelder {other}, men gevinstlinja gjelder {own}. Mål i de samme"
        " pasientgruppene, eller del gevinstlinja.",
        "en": '"{found}" is of {other}, but the benefit line is for {own}. Measure the same patient'
        " groups, or split the benefit line.",
    },
    "taken.other_design": {
        "nb": "«{found}» har design {other}<< ({because})>>, men gevinstlinja sier {own}. Skriv"
        " design = {other} i gevinstlinja.",
        "en": '"{found}" has the design {other}<< ({because})>>, but the benefit line says {own}.'
        " Write design = {other} in the benefit line.",
    },
    "taken.effect_too_uncertain": {
        "nb": "«{found}» gir et intervall helt opp til {high} ganger så mange: det er for usikkert"
        " til å regne med. Bruk en lengre periode eller flere personer.",
        "en": '"{found}" gives an interval up to {high} times as many: too uncertain to calculate'
        " with. Use a longer period or more persons.",
    },
    "benefit.selected_baseline": {
        "nb": "Nullpunktet til «{one}» er målt hos personer valgt etter forbruk, og faller uten"
        " tjenesten også. Oppgi expected_rate i målingen «{measurement}»: det som ventes uten"
        " tjenesten, er det meste som kan unngås.",
        "en": 'The baseline of "{one}" was measured in persons included for their use, and falls'
        ' without the service too. State expected_rate in the measurement "{measurement}": what is'
        " expected without the service is the most that can be avoided.",
    },
}

SOURCES: dict[str, str] = {
    "measured": "Målt {first} til {last} hos {persons} personer ({counted}, {method}), {from}",
    "expected": "Ventet rate uten tjenesten; {measured}. Målt rate var {rate}",
    "counted": "{amount} på {years} personår",
    "method.exact": "eksakt {interval}",
    "method.overdispersed": "{interval} med overspredning",
    "method.stated": "oppgitt {interval}",
    "compared": "{design}: forholdstall {ratio} ({interval} {span}), {from}",
    "remainder": "{design}: observert endring {observed}, ventet uten tjenesten {expected}, igjen"
    " forholdstall {ratio} ({interval} {span}), {from}",
    "span": "{low} til {high}",
    "limits": "yttergrenser",
    "no_interval": "uten intervall",
}
"""Source of a value that is taken from a measurement or comparison, in Norwegian."""
