"""Texts: arguments of the public functions."""

ARGUMENTS: dict[str, dict[str, str]] = {
    "argument.not_finite": {
        "nb": "{argument}<<{place}>> er {found}. Alle tall må være endelige.",
        "en": "{argument}<<{place}>> is {found}. All numbers must be finite.",
    },
    "argument.not_numbers": {
        "nb": "{argument} må være tall; fant {found}.",
        "en": "{argument} must be numbers; found {found}.",
    },
    "argument.outside": {
        "nb": "{argument}<<{place}>> er {found}; må være {allowed}.",
        "en": "{argument}<<{place}>> is {found}; it must be {allowed}.",
    },
    "argument.too_large": {
        "nb": "Svaret på {argument} blir for stort til å regnes ut. Se etter en skrivefeil.",
        "en": "The answer for {argument} is too large to compute. Look for a slip in a number.",
    },
    "argument.not_mapping": {
        "nb": "{argument} er {found}; må være veksten i hvert år, som en dict.",
        "en": "{argument} is {found}; it must be the growth of each year, as a dict.",
    },
    "argument.shape": {
        "nb": "{argument} har formen {found}; må ha formen {allowed}.",
        "en": "{argument} has shape {found}; it must have shape {allowed}.",
    },
    "argument.not_executor": {
        "nb": (
            "executor er {found}, som ikke kan ta imot arbeid. Gi en concurrent.futures.Executor,"
            " for eksempel ProcessPoolExecutor() eller en Dask-klients get_executor()."
        ),
        "en": (
            "executor is {found}, which takes no work. Give a concurrent.futures.Executor, such as"
            " ProcessPoolExecutor() or the get_executor() of a Dask client."
        ),
    },
    "argument.executor_closed": {
        "nb": (
            "executor er stengt og tar ikke imot mer arbeid. Kall innenfor dens with-blokk, eller"
            " utelat executor."
        ),
        "en": (
            "executor is shut down and takes no more work. Call within its with block, or leave"
            " executor out."
        ),
    },
    "argument.not_names": {
        "nb": "{argument} må være ett navn eller en liste av navn; fant {found}.",
        "en": "{argument} must be a name or a list of names; found {found}.",
    },
    "argument.not_simulation": {
        "nb": "Det første argumentet er {found}. Gi en simulering fra gevinst.simulate.",
        "en": "The first argument is {found}. Give a simulation from gevinst.simulate.",
    },
    "argument.too_many_changes": {
        "nb": (
            "{found} endringer er for mange å dele en forskjell på; høyst {allowed}. Slå noen"
            " sammen med groups."
        ),
        "en": (
            "{found} changes are too many to split a difference by; at most {allowed}. Put some"
            " together with groups."
        ),
    },
    "argument.in_two_groups": {
        "nb": "{found} står i to grupper: {groups}. La den stå i én.",
        "en": "{found} is in two groups: {groups}. Leave it in one.",
    },
    "argument.unused": {
        "nb": "{quantity} varierer ikke med {argument}. Utelat {argument}.",
        "en": "{quantity} does not vary with {argument}. Leave {argument} out.",
    },
    "argument.choice": {
        "nb": "{argument} er «{found}».<< Mente du «{suggestion}»?>> Mulige: {allowed}.",
        "en": '{argument} is "{found}".<< Did you mean "{suggestion}"?>> Possible: {allowed}.',
    },
    "argument.groups": {
        "nb": (
            "{argument} har formen {found}; første akse må ha én kostnad per gruppe, 2**n tall"
            " for n deltakere (2, 4, 8 ...), med den tomme gruppen først."
        ),
        "en": (
            "{argument} has shape {found}; the first axis must hold one cost per group, 2**n"
            " numbers for n partners (2, 4, 8 ...), the empty group first."
        ),
    },
    "argument.empty_group": {
        "nb": "{argument} er {found}; den tomme gruppen må koste 0. Sett 0 først.",
        "en": "{argument} is {found}; the empty group must cost 0. Put 0 first.",
    },
    "argument.partners": {
        "nb": (
            "{argument} gjelder {found} deltakere; høyst {allowed} kan regnes ut fra alle grupper."
            " Bruk færre deltakere, flyttall i stedet for brøker, eller sampled_shapley."
        ),
        "en": (
            "{argument} is about {found} partners; at most {allowed} can be worked out from all"
            " groups. Use fewer partners, floats instead of fractions, or sampled_shapley."
        ),
    },
    "argument.no_imputation": {
        "nb": (
            "{argument}: alle sammen koster {found}, mer enn summen av hver for seg, {allowed}. Da"
            " må noen betale mer enn alene, og denne regelen har ikke noe svar. Bruk least_core."
        ),
        "en": (
            "{argument}: all together cost {found}, more than the sum of each alone, {allowed}. So"
            " somebody must pay more than alone, and this rule has no answer. Use least_core."
        ),
    },
    "argument.unsolved": {
        "nb": (
            "{argument}: avrunding hindrer et svar. Rund av kostnadene til hele kroner, eller oppgi"
            " brøker for høyst {allowed} deltakere."
        ),
        "en": (
            "{argument}: rounding keeps it from an answer. Round the costs to whole kroner, or give"
            " fractions for at most {allowed} partners."
        ),
    },
    "argument.no_weight": {
        "nb": "{argument} er 0 til sammen; minst ett tall må være over 0.",
        "en": "{argument} add up to 0; at least one must be above 0.",
    },
    "argument.no_basis": {
        "nb": (
            "{argument} er 0 for alle deltakere, så ingen kan dele etter den. Velg en annen nøkkel,"
            " eller gi denne vekten 0."
        ),
        "en": (
            "{argument} is 0 for all partners, so nobody can share by it. Choose another key, or"
            " give this one the weight 0."
        ),
    },
    "argument.not_exact": {
        "nb": (
            "{argument} må være et heltall, en Decimal eller et desimaltall som tekst, for eksempel"
            " «0.01»; fant {found}."
        ),
        "en": (
            "{argument} must be an int, a Decimal or a decimal number as text, for example"
            ' "0.01"; found {found}.'
        ),
    },
    "argument.whole_units": {
        "nb": "{argument} er {found}; må være et helt antall enheter à {allowed}.",
        "en": "{argument} is {found}; it must be a whole number of units of {allowed}.",
    },
    "argument.whole": {
        "nb": "{argument}<<{place}>> er {found}; må være et helt tall.",
        "en": "{argument}<<{place}>> is {found}; it must be a whole number.",
    },
    "argument.unstable": {
        "nb": (
            "servers<<{place}>> er {found}, men belastningen er {load} erlang: køen vokser uten"
            " ende. Det minste stabile antallet er {smallest}."
        ),
        "en": (
            "servers<<{place}>> is {found}, but the load is {load} erlang: the queue grows without"
            " end. The smallest stable number is {smallest}."
        ),
    },
}
