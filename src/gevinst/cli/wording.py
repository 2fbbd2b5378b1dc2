"""What the command line itself says. Errors of projects have their texts in `gevinst.messages`."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable

from gevinst.messages import listed, located, nearest, visible

DESCRIPTION = (
    "Hva koster et felles oppfølgingssenter for digital hjemmeoppfølging, hva betaler hver"
    " kommune, og hvem får gevinsten? Svaret regnes ut fra én prosjektfil, og hvert tall kan"
    " forklares."
)

# What argparse says (all versions from 3.11), and what we say instead. The text is ours; the
# pattern only finds the facts.
_TRANSLATED: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", "Mangler: {0}."),
    (r"unrecognized arguments: (.+)", "Ukjent: {0}."),
    (r"argument ([^:]+): expected (?:one argument|\d+ arguments?)", "{0} mangler en verdi."),
    (r"argument ([^:]+): expected at (?:least|most) .+", "{0} har feil antall verdier."),
    (r"argument ([^:]+): ignored explicit argument (.+)", "{0} tar ingen verdi ({1})."),
    (r"argument ([^:]+): not allowed with argument (.+)", "{0} kan ikke brukes sammen med {1}."),
)
_UNKNOWN = "Kommandoen kan ikke leses slik den står."


def usage_problem(message: str, commands: Iterable[str]) -> str:
    """Say in Norwegian what argparse says in English; never hand its English on.

    Parameters
    ----------
    message : str
        From argparse, or from our own `reader` of a value (kept as it is, after ``»``).
    commands : iterable of str
        Names of the commands, for a suggestion.
    """
    own = re.fullmatch(r"argument ([^:]+): » (.+)", message, re.DOTALL)
    if own:
        return visible(f"{own.group(1)}: {own.group(2)}", 400)
    choice = re.fullmatch(r"argument [^:]+: invalid choice: '(.*)' \(choose from .*", message)
    if choice:
        return unknown_choice(choice.group(1), tuple(commands), "Kommandoen")
    for pattern, text in _TRANSLATED:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return text.format(*(visible(group) for group in found.groups()))
    return _UNKNOWN


def unknown_choice(found: str, allowed: Iterable[str], what: str) -> str:
    """Say that something is not one of the choices, with the nearest."""
    names = tuple(allowed)
    near = nearest(found, names)
    meant = f" Mente du «{near}»?" if near else ""
    return f"{what} «{visible(found)}» finnes ikke.{meant} Mulige: {listed(names, 'nb')}."


def output_lost(number: int | None) -> str:
    """Said when the output cannot be written, for example to a file on a full disk."""
    why = ": disken er full" if number == errno.ENOSPC else ""
    return (
        f"Utskriften kan ikke skrives{why}. Det som er skrevet så langt, er ufullstendig."
        " Sjekk stedet den sendes til, eller bruk --out MAPPE."
    )


def also_there(names: Iterable[str], lang: str) -> str:
    """Said of files that an earlier run left where the results were written."""
    listed_names = ", ".join(visible(name) for name in names)
    if not listed_names:
        return ""
    if lang == "en":
        return f"From an earlier run there are also: {listed_names}.\n"
    return f"Fra en tidligere kjøring ligger også: {listed_names}.\n"


def workbook_written(path: str, lang: str) -> str:
    """Said when the workbook is there."""
    if lang == "en":
        return f"The workbook is written to {located(path)}. Change the yellow cells of Inndata.\n"
    return f"Arbeidsboken er skrevet til {located(path)}. Endre de gule feltene på arket Inndata.\n"


def template_written(path: str, lang: str) -> str:
    """Said when the template is there."""
    if lang == "en":
        return (
            f"The template is written to {located(path)}. Fill in the yellow cells of Inndata; the"
            " answers stand on Innsikt og nøkkeltall.\n"
        )
    return (
        f"Malen er skrevet til {located(path)}. Fyll ut de gule feltene på arket Inndata; svarene"
        " står på arket Innsikt og nøkkeltall.\n"
    )


def baseline_written(folder: str, names: Iterable[str], lang: str) -> str:
    """Said when a baseline measurement is written, with what each kind of file is for."""
    listed_names = ", ".join(names)
    if lang == "en":
        return (
            f"Written to {located(folder)}: {listed_names}. Open nullpunkt.html in a browser;"
            " prosjekt.toml holds the tables to paste into a project file.\n"
        )
    return (
        f"Skrevet til {located(folder)}: {listed_names}. Åpne nullpunkt.html i nettleseren;"
        " prosjekt.toml har tabellene som kan limes inn i en prosjektfil.\n"
    )


def interrupted() -> str:
    """Said when the user stops the program."""
    return "Avbrutt."


def internal_fault(kind: str, detail: str) -> str:
    """Said for an error that nobody foresaw: a fault in gevinst, not in the project."""
    return (
        f"Intern feil i gevinst ({kind}: {visible(detail, 200)}). Feilen ligger i programmet,"
        " ikke i prosjektfila. Meld fra, gjerne med fila. Sett GEVINST_DEBUG=1 for å se hvor det"
        " skjedde."
    )
