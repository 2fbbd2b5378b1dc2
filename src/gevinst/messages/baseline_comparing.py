"""Texts: what a comparison assumes, what it may be called, and what would settle it."""

BASELINE_COMPARING: dict[str, dict[str, str]] = {
    # ------------------------------------------------------------ the verdict, a sentence at a time
    "baseline.says.primary": {"nb": "Hovedindikator", "en": "Primary indicator"},
    "baseline.says.exploratory": {
        "nb": "Utforskende indikator",
        "en": "Exploratory indicator",
    },
    "baseline.says.observed": {
        "nb": "{name}: observert endring {change}<< ({interval})>>, {direction}.",
        "en": "{name}: observed change {change}<< ({interval})>>, {direction}.",
    },
    "baseline.says.improved": {
        "nb": "{name}: {change} av personene er blitt bedre<< ({interval})>>.",
        "en": "{name}: {change} of the persons have become better<< ({interval})>>.",
    },
    "baseline.says.expected_selected": {
        "nb": "Ventet uten tjenesten i en gruppe valgt etter forbruk: {change}<< ({interval})>>.",
        "en": "Expected without the service in a selected group: {change}<< ({interval})>>.",
    },
    "baseline.says.expected_control": {
        "nb": "Sammenligningsgruppa i samme tid: {change}<< ({interval})>>.",
        "en": "The comparison group in the same time: {change}<< ({interval})>>.",
    },
    "baseline.says.expected_trend": {
        "nb": "Ventet ut fra utviklingen før: {change}.",
        "en": "To be expected from the development before: {change}.",
    },
    "baseline.says.not_separable": {
        "nb": (
            "Endringen kan ikke skilles fra naturlig utvikling. Dette ville avgjort det: {input}."
        ),
        "en": "The change cannot be told from natural development. This would settle it: {input}.",
    },
    "baseline.says.within_natural": {
        "nb": (
            "Det som er igjen, er {change} ({interval}): endringen kan ikke skilles"
            " fra naturlig utvikling. Dette ville avgjort det: {input}."
        ),
        "en": (
            "What is left is {change} ({interval}): the change cannot be told from"
            " natural development. This would settle it: {input}."
        ),
    },
    "baseline.says.beyond_natural": {
        "nb": (
            "Det som er igjen, er {change} ({interval}), {direction}: mer enn"
            " utvelgelsen forklarer. Andre årsaker er ikke utelukket uten en sammenligningsgruppe."
        ),
        "en": (
            "What is left is {change} ({interval}), {direction}: more than selection"
            " explains. Other causes are not ruled out without a comparison group."
        ),
    },
    "baseline.says.uncontrolled": {
        "nb": (
            "Ingenting er trukket fra: trend, årstid og andre tiltak kan forklare endringen. Dette"
            " ville avgjort det: {input}."
        ),
        "en": (
            "Nothing has been taken away: trend, season and other measures may explain the change."
            " This would settle it: {input}."
        ),
    },
    "baseline.says.effect": {
        "nb": "Anslått effekt: {change} ({interval}), {direction}.",
        "en": "Estimated effect: {change} ({interval}), {direction}.",
    },
    "baseline.says.no_effect_shown": {
        "nb": (
            "Forskjellen er {change} ({interval}): ingen effekt er vist, men"
            " intervallet utelukker heller ikke en effekt innenfor det."
        ),
        "en": (
            "The difference is {change} ({interval}): no effect is shown, nor does"
            " the interval rule out one within it."
        ),
    },
    "baseline.says.no_interval": {
        "nb": "Forskjellen kan ikke bedømmes<<: den er {change}, uten intervall>>.",
        "en": "The difference cannot be judged<<: it is {change}, without an interval>>.",
    },
    "baseline.says.new": {
        "nb": (
            "{name}: ingen før, {change} {unit} per person og år etter<< ({interval})>>,"
            " {direction}."
        ),
        "en": (
            "{name}: none before, {change} {unit} per person and year after<< ({interval})>>,"
            " {direction}."
        ),
    },
    "baseline.says.better": {"nb": "til det bedre", "en": "for the better"},
    "baseline.says.worse": {"nb": "til det verre", "en": "for the worse"},
    "baseline.says.same": {"nb": "ingen endring", "en": "no change"},
    "baseline.says.interval": {
        "nb": "{level} %-intervall {low} til {high}",
        "en": "{level} % interval {low} to {high}",
    },
    "baseline.says.range": {"nb": "spenn {low} til {high}", "en": "range {low} to {high}"},
    "baseline.says.points": {"nb": "poeng", "en": "points"},
    # ------------------------------------------------------------ what would settle it
    "baseline.settle.population": {
        "nb": (
            "antall personer med 0, 1, 2 … {unit} i befolkningen gruppa er valgt fra"
            " ([[population]] distribution), eller en sammenligningsgruppe"
        ),
        "en": (
            "persons with 0, 1, 2 … {unit} in the population they were selected from"
            " ([[population]] distribution), or a comparison group"
        ),
    },
    "baseline.settle.score": {
        "nb": (
            "gjennomsnitt, standardavvik og korrelasjon for skåren i befolkningen gruppa er valgt"
            " fra ([[population]]), eller en sammenligningsgruppe"
        ),
        "en": (
            "mean, standard deviation and correlation of the score in the population they were"
            " selected from ([[population]]), or a comparison group"
        ),
    },
    "baseline.settle.comparison": {
        "nb": "en sammenligningsgruppe som er valgt på samme måte",
        "en": "a comparison group selected in the same way",
    },
    "baseline.settle.more": {
        "nb": "flere personer, lengre tid eller en sammenligningsgruppe",
        "en": "more persons, a longer time or a comparison group",
    },
    # ------------------------------------------------------------ assumptions of designs
    "baseline.assumes.randomised": {
        "nb": (
            "Loddtrekning avgjorde hvem som fikk tilbudet. Alle som fikk tilbudet, regnes med, også"
            " de som takket nei eller sluttet (intention to treat)."
        ),
        "en": (
            "Who was offered was drawn by lot. Everybody offered counts, those too who declined or"
            " stopped (intention to treat)."
        ),
    },
    "baseline.assumes.stepped_wedge": {
        "nb": (
            "Rekkefølgen deltakerne startet i, ble trukket. Utviklingen over tid er felles for"
            " alle, og alle som fikk tilbudet, regnes med (intention to treat)."
        ),
        "en": (
            "The order in which partners started was drawn. Time does the same to all, and"
            " everybody offered counts (intention to treat)."
        ),
    },
    "baseline.assumes.comparison_group": {
        "nb": (
            "Uten tjenesten hadde gruppene endret seg med samme prosent. Forskjellen er et forhold"
            " mellom forholdstall (ikke mellom antall). Sammenligningsgruppa skal være valgt på"
            " samme måte, og utviklingen før skal ha vært lik."
        ),
        "en": (
            "Without the service both groups had changed by the same per cent. The difference is a"
            " ratio of ratios (not of numbers). The comparison group is selected in the same way,"
            " and the development before was alike."
        ),
    },
    "baseline.assumes.interrupted_time_series": {
        "nb": (
            "Trenden og årstidene før ville fortsatt. Ingenting annet skjedde da tjenesten kom, og"
            " tellemåten er uendret."
        ),
        "en": (
            "Trend and seasons before would have gone on. Nothing else happened when the service"
            " came, and the way of counting is unchanged."
        ),
    },
    "baseline.assumes.before_after": {
        "nb": (
            "Ingenting hadde endret seg uten tjenesten: ingen trend, ingen andre tiltak, og"
            " personene er ikke valgt fordi de brukte mye. Det kan tallene ikke vise."
        ),
        "en": (
            "Nothing had changed without the service: no trend, no other measures, and the persons"
            " were not selected for using much. The numbers cannot show this."
        ),
    },
    "baseline.assumes.before_after_selected": {
        "nb": (
            "Personene er valgt fordi de brukte mye, og bruker mindre senere uansett. Ventet"
            " endring regnes fra befolkningen de er valgt fra: hver person har sin faste rate"
            " (gamma-Poisson; normalfordeling for skår)."
        ),
        "en": (
            "The persons were selected for using much, and use less later in any case. The change"
            " to"
            " be expected follows from the population they were selected from: each has a constant"
            " rate (gamma-Poisson; normal for scores)."
        ),
    },
    "baseline.assumes.taken_as_selected": {
        "nb": (
            "Oppgitt som før og etter, men personene er valgt etter forbruk: behandlet som før og"
            " etter i en valgt gruppe."
        ),
        "en": (
            "Stated as before and after, but selected on use: treated as before and after of a"
            " selected group."
        ),
    },
    "baseline.assumes.own_time": {
        "nb": (
            "Hver person teller bare tiden hun selv ble fulgt: død, flytting, institusjon og at hun"
            " trekker seg, avslutter den."
        ),
        "en": (
            "Each person counts only the time she was followed: death, moving, institution and"
            " withdrawal end it."
        ),
    },
    "baseline.assumes.washout": {
        "nb": "{days} dager på hver side av indeksdatoen er holdt utenfor.",
        "en": "{days} days on either side of the index date are left out.",
    },
    "baseline.assumes.index_excluded": {
        "nb": "Hendelser på indeksdatoen er holdt utenfor.",
        "en": "Events on the index date are left out.",
    },
    "baseline.assumes.index_included": {
        "nb": (
            "Hendelsen på indeksdatoen telles i førperioden. Førte den til henvisningen, er"
            " nullpunktet for høyt."
        ),
        "en": (
            "The event on the index date counts before. If it led to the referral, the baseline is"
            " too high."
        ),
    },
    "baseline.assumes.one_primary": {
        "nb": (
            "Hovedindikatoren er «{name}». De andre er utforskende: noen slår ut ved tilfeldighet."
        ),
        "en": 'The primary indicator is "{name}". Others are exploratory: some move by chance.',
    },
    "baseline.assumes.population_assumed": {
        "nb": (
            "{name}: det finnes ingen tall for befolkningen. Brukt spenn (vår antagelse): snittet i"
            " befolkningen {mean_low} til {mean_high} ganger gruppas rate før, form {shape_low} til"
            " {shape_high}."
        ),
        "en": (
            "{name}: nothing is known of the population. Range used (our assumption): its mean is"
            " {mean_low} to {mean_high} times the group's rate before, shape {shape_low} to"
            " {shape_high}."
        ),
    },
    "baseline.assumes.population_stated": {
        "nb": "{name}: befolkningen er oppgitt som et spenn, ikke målt.",
        "en": "{name}: the population is stated as a range, not measured.",
    },
    "baseline.assumes.population_measured": {
        "nb": "{name}: befolkningen er målt.",
        "en": "{name}: the population is measured.",
    },
    "baseline.assumes.population_sourced": {
        "nb": "{name}: befolkningens snitt og form er hentet fra: {source}.",
        "en": "{name}: mean and shape of the population come from: {source}.",
    },
    "baseline.assumes.poisson": {
        "nb": (
            "{name}: eksakt metode for små tall. Den antar at hendelser er uavhengige; har de samme"
            " personene flere hver, er intervallet for smalt."
        ),
        "en": (
            "{name}: an exact method for small numbers. It takes events as independent; where the"
            " same persons have several, the interval is too narrow."
        ),
    },
    "baseline.assumes.quasi": {
        "nb": "{name}: få hendelser; intervallet er utvidet for at personer er ulike.",
        "en": "{name}: few events; the interval is widened for persons being unlike.",
    },
    "baseline.assumes.independent_periods": {
        "nb": (
            "{name}: regnet fra antall, som om det var ulike personer før og etter. Intervallet er"
            " heller for bredt enn for smalt når de er de samme."
        ),
        "en": (
            "{name}: from counts, as if other persons were counted before and after. The interval"
            " is too wide rather than too narrow when they are the same."
        ),
    },
    # ------------------------------------------------------------ further refusals
    "baseline.refused.too_few_persons": {
        "nb": "For få personer til et intervall: {found}, minst {needed} trengs.",
        "en": "Too few persons for an interval: {found}, at least {needed} are needed.",
    },
    "baseline.refused.too_few_persons_with_amount": {
        "nb": "For få personer med hendelser: {found}, minst {needed} trengs i hver periode.",
        "en": "Too few persons with events: {found}, at least {needed} are needed in each period.",
    },
    "baseline.refused.too_few_events": {
        "nb": "For få hendelser: {found}, minst {needed} trengs i hver gruppe og periode.",
        "en": "Too few events: {found}, at least {needed} are needed in each group and period.",
    },
    "baseline.refused.too_few_clusters": {
        "nb": "For få deltakere: {found}, minst {needed} trengs.",
        "en": "Too few partners: {found}, at least {needed} are needed.",
    },
    "baseline.refused.too_few_months": {
        "nb": "For få måneder: {found}, minst {needed} trengs.",
        "en": "Too few months: {found}, at least {needed} are needed.",
    },
    "baseline.refused.too_few_months_before": {
        "nb": "For få måneder før: {found}, minst {needed} trengs.",
        "en": "Too few months before: {found}, at least {needed} are needed.",
    },
    "baseline.refused.too_few_months_with_and_without": {
        "nb": (
            "Ingen måned har både deltakere som hadde begynt, og deltakere som ventet: trinnvis"
            " innføring kan ikke regnes ut."
        ),
        "en": "No month has partners that had started and others waiting: there is no wedge.",
    },
    "baseline.refused.no_comparison": {
        "nb": "Det er ingen sammenligningsgruppe. Gi rader med arm = comparison.",
        "en": "There is no comparison group. Give rows with arm = comparison.",
    },
    "baseline.refused.no_months": {
        "nb": "Designet krever tall for hver måned. Bruk personer og hendelser.",
        "en": "The design needs numbers of each month. Use persons and events.",
    },
    "baseline.refused.no_introduction": {
        "nb": "Måneden tjenesten kom, er ukjent. Oppgi introduced i [windows].",
        "en": "The month of introduction is unknown. State introduced in [windows].",
    },
    "baseline.refused.no_natural": {
        "nb": (
            "Ventet endring kan bare regnes ut for hendelser og skår. For mengder, varigheter og"
            " andeler trengs en sammenligningsgruppe."
        ),
        "en": (
            "The change to be expected can be worked out for events and scores only. Amounts,"
            " durations and shares need a comparison group."
        ),
    },
    "baseline.refused.no_population_score": {
        "nb": (
            "Ventet endring krever snitt, standardavvik og korrelasjon i befolkningen"
            " ([[population]])."
        ),
        "en": (
            "The change to be expected needs mean, standard deviation and correlation in the"
            " population ([[population]])."
        ),
    },
    "baseline.refused.share_improved": {
        "nb": (
            "Andelen som er blitt bedre, har ingen ventet endring her: også uten tjenesten blir"
            " noen bedre. En sammenligningsgruppe viser hvor mange."
        ),
        "en": (
            "The share that became better has no expected change here: without the service some"
            " become better too. A comparison group shows how many."
        ),
    },
    "baseline.refused.hidden_whole": {
        "nb": "Færre enn {threshold} personer: tallene vises ikke.",
        "en": "Fewer than {threshold} persons: the numbers are not shown.",
    },
    # ------------------------------------------------------------ labels
    "baseline.stage.offered": {"nb": "Fikk tilbudet", "en": "Offered"},
    "baseline.stage.accepted": {"nb": "Takket ja", "en": "Accepted"},
    "baseline.stage.started": {"nb": "Begynte", "en": "Started"},
    "baseline.end.death": {"nb": "Døde", "en": "Died"},
    "baseline.end.moved": {"nb": "Flyttet", "en": "Moved"},
    "baseline.end.institution": {"nb": "Flyttet til institusjon", "en": "To an institution"},
    "baseline.end.withdrew": {"nb": "Trakk seg", "en": "Withdrew"},
    "baseline.end.other": {"nb": "Annen grunn", "en": "Other reason"},
    "baseline.end.still": {"nb": "Fulgt til uttrekksdatoen", "en": "Followed until the extract"},
    "baseline.table.persons": {"nb": "Persontabellen", "en": "Persons table"},
    "baseline.table.events": {"nb": "Hendelsestabellen", "en": "Events table"},
    "baseline.heavy.all": {"nb": "Alle", "en": "All"},
    "baseline.heavy.without_1": {
        "nb": "Uten den tyngste prosenten",
        "en": "Without the heaviest 1 per cent",
    },
    "baseline.heavy.without_5": {
        "nb": "Uten de tyngste fem prosentene",
        "en": "Without the heaviest 5 per cent",
    },
    "baseline.heavy.one_lowest": {
        "nb": "Uten én person: laveste observerte forhold",
        "en": "Without one person: lowest observed ratio",
    },
    "baseline.heavy.one_highest": {
        "nb": "Uten én person: høyeste observerte forhold",
        "en": "Without one person: highest observed ratio",
    },
}
