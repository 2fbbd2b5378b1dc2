"""The arguments of every command, with help in Norwegian."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import NoReturn

from gevinst.cli.baseline_arguments import BASELINE, baseline_arguments
from gevinst.cli.sensitivity_arguments import (
    BREAK_EVEN,
    TORNADO,
    break_even_arguments,
    tornado_arguments,
)

COMMANDS = (
    "demo",
    "run",
    "workbook",
    "template",
    "check",
    "explain",
    "prices",
    "simulate",
    "compare",
    "tornado",
    "break-even",
    "baseline",
    "schema",
    "parameters",
    "benefits",
    "indicators",
    "version",
)

RECEIVERS = ("patient", "next_of_kin", "municipality", "hospital", "gp", "state", "society")
"""As in the catalogue of benefits, which help does not read; a test holds them alike."""
_FILE = (
    "prosjektfil (.toml), utfylt arbeidsbok (.xlsx), eller navnet på et eksempel:"
    " nord-troms, hallingdal, mila"
)


class UsageError(Exception):
    """The command line cannot be read; the text is for people."""

    def __init__(self, text: str, usage: str) -> None:
        super().__init__(text)
        self.text = text
        self.usage = usage


class _Formatter(argparse.HelpFormatter):
    """Help with Norwegian words around the usage, and room for it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=92)

    def add_argument(self, action: argparse.Action) -> None:
        """Leave room for the longest command, which argparse forgets is indented."""
        super().add_argument(action)
        if action.dest == "command":
            longest = max(len(name) for name in COMMANDS) + 2 * self._indent_increment
            self._action_max_length = max(self._action_max_length, longest)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._ArgumentGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Bruk: ")  # type: ignore[arg-type]


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in Norwegian, and leaves exiting to others."""

    def __init__(self, *, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        # argparse asks for this group's title; its own words are English.
        self._optionals.title = "Valg"
        self._positionals.title = "Det du oppgir"
        self.add_argument("-h", "--help", action="help", help="vis denne hjelpen")

    def error(self, message: str) -> NoReturn:
        from gevinst.cli.wording import usage_problem

        raise UsageError(usage_problem(message, COMMANDS), self.format_usage())


def _one_of(*allowed: str) -> Callable[[str], str]:
    """Reader of a value that must be one of a few."""

    def read(text: str) -> str:
        if text in allowed:
            return text
        from gevinst.cli.wording import unknown_choice

        raise argparse.ArgumentTypeError("» " + unknown_choice(text, allowed, "Verdien"))

    return read


def _stated(text: str) -> str:
    """Reader of a name that may not be empty."""
    if text.strip():
        return text
    raise argparse.ArgumentTypeError("» Navnet er tomt.")


def _whole(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text[:9])
    raise argparse.ArgumentTypeError(f"» «{text}» er ikke et helt tall, 0 eller mer.")


def _positive(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text[:9]) > 0:
        return int(text[:9])
    raise argparse.ArgumentTypeError(f"» «{text}» er ikke et helt tall, 1 eller mer.")


def _year(text: str) -> str:
    """A year as it was typed, so that an error can quote it."""
    _whole(text)
    return text


def parser() -> argparse.ArgumentParser:
    """Build the parser of the whole command line."""
    from gevinst.cli.wording import DESCRIPTION

    top = _Parser(
        prog="gevinst",
        description=DESCRIPTION,
        epilog="Hjelp til én kommando: gevinst KOMMANDO --help",
    )
    top.add_argument("--version", action="store_true", help="vis versjonen")
    commands = top.add_subparsers(
        title="Kommandoer", metavar="KOMMANDO", dest="command", parser_class=_Parser
    )

    def command(name: str, text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name, help=text, prog=f"gevinst {name}", description=text[0].upper() + text[1:] + "."
        )
        if name not in {"schema", "parameters", "benefits", "indicators", "version"}:
            _language(made)
        return made

    command("demo", "regn gjennom eksempelet Nord-Troms og forklar ett tall")
    _run(command("run", "regn ut en prosjektfil og vis eller skriv resultatene"))
    _workbook(command("workbook", "skriv hele beregningen som en Excel-arbeidsbok med formler"))
    _template(command("template", "skriv en tom Excel-arbeidsbok til å fylle ut"))
    check = command("check", "finn alle feil i en prosjektfil, og list opp antakelsene")
    check.add_argument("file", metavar="FIL", type=_stated, help=_FILE)
    _explain(command("explain", "forklar ett tall: verdi, formel, opplysninger og kilder"))
    _prices(command("prices", "sammenlign fordelinger: hvem betaler hva, og er det holdbart"))
    _simulate(command("simulate", "hvor sikre er tallene: mange kjøringer med trukne inndata"))
    _compare(command("compare", "hvorfor er to prosjekter ulike: forskjellen delt på endringene"))
    _sensitivity(command("tornado", TORNADO), command("break-even", BREAK_EVEN))
    baseline_arguments(command("baseline", BASELINE))
    command("schema", "skriv JSON Schema for prosjektfila, til fullføring i redigeringsprogram")
    known = command("parameters", "vis alle parametere med verdi, enhet, dato og kilde")
    _language(known)
    _format(known, "table: til å lese, csv: til Excel, json: til programmer")
    _benefits(command("benefits", "vis kjente gevinster å velge mellom, med enhet og telleregel"))
    _indicators(command("indicators", "vis indikatorer å måle med, med definisjon og telleregel"))
    command("version", "vis versjonen")
    return top


def _indicators(made: argparse.ArgumentParser) -> None:
    _language(made)
    _format(made, "table: til å lese, csv: til Excel, json: til programmer")


def _sensitivity(tornado: argparse.ArgumentParser, even: argparse.ArgumentParser) -> None:
    tornado_arguments(tornado, _FILE)
    break_even_arguments(even, _FILE)
    for made in (tornado, even):
        _format(made, "table: tekst til å lese, csv: til norsk Excel, json: til programmer")


def _benefits(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--receiver",
        metavar="MOTTAKER",
        type=_one_of(*RECEIVERS),
        help="bare én mottakers gevinster: " + ", ".join(RECEIVERS),
    )
    _language(made)
    _format(made, "table: til å lese, csv: til Excel, json: til programmer")


def _language(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--lang",
        metavar="SPRÅK",
        type=_one_of("nb", "en"),
        default="nb",
        help="nb (bokmål) eller en (engelsk); bokmål hvis ikke oppgitt",
    )


def _format(made: argparse.ArgumentParser, text: str) -> None:
    made.add_argument(
        "--format",
        metavar="FORMAT",
        type=_one_of("table", "csv", "json"),
        default="table",
        help=text,
    )


def _run(made: argparse.ArgumentParser) -> None:
    made.add_argument("file", metavar="FIL", type=_stated, help=_FILE)
    made.add_argument(
        "--out",
        metavar="MAPPE",
        type=_stated,
        help="skriv én fil per tabell og siden resultat.html i denne mappen",
    )
    _format(
        made,
        "table: tekst til å lese, csv: åpnes rett i norsk Excel (semikolon, desimalkomma),"
        " json: engelske navn og full presisjon, til programmer",
    )
    made.add_argument(
        "--by",
        metavar="TID",
        type=_one_of("year", "month"),
        default="year",
        help="year (år) eller month (måned) i tabellene; gevinster finnes bare per år",
    )


def _workbook(made: argparse.ArgumentParser) -> None:
    made.add_argument("file", metavar="FIL", type=_stated, help=_FILE)
    made.add_argument(
        "-o",
        "--out",
        metavar="ARBEIDSBOK",
        type=_workbook_name,
        required=True,
        help="filen som skrives, for eksempel model.xlsx",
    )


def _template(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "out", metavar="ARBEIDSBOK", type=_workbook_name,
        help="filen som skrives, for eksempel mal.xlsx; erstattes hvis den finnes",
    )  # fmt: skip


def _workbook_name(text: str) -> str:
    """A file name that spreadsheet programs open."""
    if text.lower().endswith(".xlsx") and not text.endswith(("/.xlsx", "\\.xlsx")):
        return text
    raise argparse.ArgumentTypeError("» Navnet på arbeidsboken må slutte på .xlsx.")


def _prices(made: argparse.ArgumentParser) -> None:
    made.add_argument("file", metavar="FIL", type=_stated, help=_FILE)
    made.add_argument(
        "--out", metavar="MAPPE", type=_stated, help="skriv siden priser.html og tabellen hit"
    )
    _format(
        made,
        "table: tekst til å lese, csv: åpnes rett i norsk Excel, json: til programmer",
    )


def _simulate(made: argparse.ArgumentParser) -> None:
    made.add_argument("file", metavar="FIL", type=_stated, help=_FILE)
    made.add_argument(
        "--draws", metavar="N", type=_positive, default=10_000, help="antall trekninger; 10000"
    )
    made.add_argument(
        "--seed", metavar="N", type=_whole, default=1, help="frø: samme frø gir samme tall; 1"
    )
    made.add_argument(
        "--out", metavar="MAPPE", type=_stated, help="skriv siden simulering.html og tabellen hit"
    )
    _format(made, "table: tekst til å lese, csv: åpnes rett i norsk Excel, json: til programmer")


def _compare(made: argparse.ArgumentParser) -> None:
    made.add_argument("before", metavar="FØR", type=_stated, help=_FILE)
    made.add_argument("after", metavar="ETTER", type=_stated, help="det samme, slik det er nå")
    made.add_argument(
        "--quantity",
        metavar="STØRRELSE",
        default="cost",
        help="charge, cost (vanlig), positions, patients, net_cash, net_gain, present_net_cash"
        " eller present_net_gain",
    )
    made.add_argument("--municipality", metavar="KOMMUNE", help="navnet på én kommune")
    made.add_argument("--actor", metavar="AKTØR", help="gp, state ... eller helseforetakets kode")
    made.add_argument("--year", metavar="ÅR", type=_year, help="år, for eksempel 2028")
    _format(made, "table: tekst til å lese, csv: åpnes rett i norsk Excel, json: til programmer")


def _explain(made: argparse.ArgumentParser) -> None:
    made.add_argument("file", metavar="FIL", type=_stated, help=_FILE)
    made.add_argument(
        "quantity", metavar="STØRRELSE", help="for eksempel charge, staffed_fte, active_patients"
    )
    for name, metavar, text in (
        ("municipality", "KOMMUNE", "navn eller kommunenummer"),
        ("group", "GRUPPE", "pasientgruppe"),
        ("period", "ÅÅÅÅ-MM", "måned"),
        ("line", "LINJE", "kostnadslinje, gevinstlinje, bidrag eller element i tariffen"),
        ("role", "ROLLE", "rolle i senteret"),
        ("actor", "AKTØR", "municipality, gp, state, patient ... eller helseforetakets kode"),
        ("class", "SLAG", "slag gevinst: cash, capacity, avoided_growth ..."),
        ("task", "OPPGAVE", "oppgave i tjenesten"),
        ("key", "NØKKEL", "fordelingsnøkkel, for eksempel equal:month"),
        ("source", "BIDRAG", "kilde til finansiering"),
        ("pool", "PAKKE", "kostnadslinjer med egen nøkkel; utelates for alle andre linjer"),
        ("limit", "GRENSE", "corridor, minimum eller change"),
        ("settlement", "OPPGJØR", "måned og nummer, for eksempel 2027-03:1"),
    ):
        made.add_argument(f"--{name}", metavar=metavar, help=text)
    made.add_argument("--year", metavar="ÅR", type=_year, help="år, for eksempel 2028")
    made.add_argument("--depth", metavar="N", type=_whole, default=3, help="antall nivåer nedover")
