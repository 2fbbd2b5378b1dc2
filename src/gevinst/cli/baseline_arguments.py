"""The arguments of ``gevinst baseline``: two tables, counts, the example, or a plan."""

from __future__ import annotations

import argparse
import math

BASELINE = "mål nullpunktet, sammenlign før og etter, eller se hva prosjektet kan vise"
EXAMPLE, PLAN = "example", "plan"
PLANNING = ("persons", "rate", "dispersion", "months", "share")
_USAGE = (
    "gevinst baseline PERSONER HENDELSER --config FIL [--out MAPPE] [--lang SPRÅK]\n"
    "       gevinst baseline --counts ANTALL --config FIL [--out MAPPE]\n"
    "       gevinst baseline --config FIL           (antallene står i [[counts]] i fila)\n"
    "       gevinst baseline example [--out MAPPE]\n"
    "       gevinst baseline plan --persons N --rate TALL [--dispersion TALL] [--months N]"
    " [--share ANDEL]"
)


def baseline_arguments(made: argparse.ArgumentParser) -> None:
    """Add the arguments to a parser."""
    made.usage = _USAGE
    made.add_argument(
        "files",
        metavar="PERSONER HENDELSER",
        nargs="*",
        help="personer og hendelser (.csv, .parquet, .xlsx); eller example (eksempelet som"
        " følger med) eller plan (hva prosjektet kan vise)",
    )
    made.add_argument("--config", metavar="FIL", help="hva som måles og hvordan (.toml)")
    made.add_argument(
        "--counts", metavar="ANTALL", help="ferdige antall (.csv, .xlsx) i stedet for personer"
    )
    made.add_argument(
        "--out",
        metavar="MAPPE",
        help="skriv tabellene, siden nullpunkt.html og prosjekt.toml i denne mappen",
    )
    plan = made.add_argument_group("Bare med plan")
    for name, metavar, text in (
        ("persons", "N", "pasienter som følges i hver periode"),
        ("rate", "TALL", "hendelser per pasient og år uten tjenesten"),
        ("dispersion", "TALL", "varians mellom pasienter delt på gjennomsnittet; 1 uten"),
        ("months", "N", "måneder før, og like mange etter; 12 uten"),
        ("share", "ANDEL", "andelen av alt i området som de inkluderte står for, 0 til 1"),
    ):
        plan.add_argument(f"--{name}", metavar=metavar, type=_number, help=text)


def _number(text: str) -> float:
    """A number with a decimal point or comma."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = math.nan
    if math.isfinite(number):
        return number
    raise argparse.ArgumentTypeError(f"» «{text}» er ikke et tall.")
