"""The arguments of ``gevinst tornado`` and ``gevinst break-even``."""

from __future__ import annotations

import argparse
import math
import re

TORNADO = "vis hvilke usikre opplysninger som betyr mest, én om gangen"
BREAK_EVEN = "finn for hvilke verdier av en opplysning det lønner seg, og for hvem"
QUANTITIES = (
    "present_net_gain (nåverdi av samlet netto gevinst), present_net_cash (bare kroner),"
    " net_gain, net_cash, charge (betaling), cost (kostnad), positions (bemanning) eller patients"
)
SHOWN = 12
_NEGATIVE = re.compile(r"^-\d[\d.,]*$")


def tornado_arguments(made: argparse.ArgumentParser, file_help: str) -> None:
    """Add the arguments of ``tornado`` to a parser."""
    made.add_argument("file", metavar="FIL", help=file_help)
    _whose(made)
    made.add_argument(
        "--top",
        metavar="N",
        type=_whole,
        default=SHOWN,
        help=f"hvor mange opplysninger som vises; {SHOWN} hvis ikke oppgitt",
    )
    made.add_argument(
        "--out", metavar="MAPPE", help="skriv bildet tornado.svg og tabellen med alle her"
    )


def break_even_arguments(made: argparse.ArgumentParser, file_help: str) -> None:
    """Add the arguments of ``break-even`` to a parser."""
    # What argparse takes for a number decides whether "-0,2" is one; its own rule knows no comma.
    made._negative_number_matcher = _NEGATIVE  # noqa: SLF001
    made.add_argument("file", metavar="FIL", help=file_help)
    made.add_argument(
        "input",
        metavar="OPPLYSNING",
        help="navn eller sti, for eksempel groups.kols.inclusion_share",
    )
    for name, text in (("low", "fra"), ("high", "til")):
        made.add_argument(
            f"--{name}",
            metavar="VERDI",
            type=_number_or_text,
            help=f"let {text} denne verdien, i enheten i prosjektfila eller med enhet («12 month»);"
            " opplysningens eget spenn hvis ikke oppgitt",
        )
    _whose(made)
    made.add_argument(
        "--level",
        metavar="TALL",
        type=_number,
        help="nivået tallet skal over (eller under, for betaling, kostnad og bemanning); 0 for"
        " gevinst og netto, må oppgis for alt annet",
    )


def _whose(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--quantity", metavar="STØRRELSE", default="present_net_gain", help=QUANTITIES
    )
    made.add_argument("--municipality", metavar="KOMMUNE", help="navn eller kommunenummer")
    made.add_argument(
        "--actor",
        metavar="AKTØR",
        help="municipality, gp, state, patient ... eller foretakets kode",
    )
    made.add_argument("--year", metavar="ÅR", type=_whole, help="for størrelser som gjelder ett år")


def number_of(text: str) -> float | None:
    """A number with a decimal point or comma; None if it is something else."""
    try:
        number = float(text.replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _number(text: str) -> float:
    number = number_of(text)
    if number is None:
        raise argparse.ArgumentTypeError(f"» «{text}» er ikke et tall.")
    return number


def _number_or_text(text: str) -> float | str:
    """A number, or a text with a unit that the library reads."""
    number = number_of(text)
    return text if number is None else number


def _whole(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text[:9]) > 0:
        return int(text[:9])
    raise argparse.ArgumentTypeError(f"» «{text}» er ikke et helt tall, 1 eller mer.")
