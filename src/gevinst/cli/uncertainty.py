"""The commands `simulate` and `compare`: how sure the numbers are, and why they changed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gevinst.assemble import assemble
from gevinst.cli.arguments import UsageError
from gevinst.cli.prices import as_csv, as_json
from gevinst.cli.simulated import describe_simulation
from gevinst.reporting import render_page, render_text
from gevinst.reporting.exports import ENCODING
from gevinst.reporting.texts import say
from gevinst.schema import Project
from gevinst.uncertainty.changing import changes
from gevinst.uncertainty.figures import PRESENT, QUANTITIES
from gevinst.uncertainty.simulating import simulate as simulated

if TYPE_CHECKING:
    from gevinst.display import Language

PAGE, TABLE = "simulering.html", "simulering"


def simulate(given: argparse.Namespace, project: Project) -> str:
    """Simulate; show the report, give the table, or write both to a folder."""
    lang: Language = "en" if given.lang == "en" else "nb"
    simulation = simulated(project, given.draws, given.seed)
    if given.out is None and given.format == "table":
        return render_text(describe_simulation(simulation, lang))
    table = simulation.summary()
    text = as_json(table) if given.format == "json" else as_csv(table, lang)
    if given.out is None:
        return text
    from gevinst.cli.folder import from_earlier_run, write_together
    from gevinst.cli.wording import also_there

    suffix = "json" if given.format == "json" else "csv"
    files = {
        PAGE: render_page(describe_simulation(simulation, lang)).encode("utf-8"),
        f"{TABLE}.{suffix}": text.encode(ENCODING["csv"] if suffix == "csv" else "utf-8"),
    }
    earlier = from_earlier_run(Path(given.out), files, [TABLE], [".csv", ".json"])
    write_together(Path(given.out), files)
    told = say("sim.written", lang, count=len(files), folder=given.out, page=PAGE)
    return f"{told}\n{also_there(earlier, lang)}"


def compare(given: argparse.Namespace, before: Project, after: Project) -> str:
    """Say why a figure differs between two projects."""
    lang: Language = "en" if given.lang == "en" else "nb"
    is_yearly = given.quantity in QUANTITIES and not given.quantity.startswith(PRESENT)
    if is_yearly and given.year is None:
        years = assemble(after).inputs.frame.year_labels
        text = f"{given.quantity} finnes for hvert år. Oppgi også --year, {years[0]}–{years[-1]}."
        raise UsageError(text, "")
    found = changes(
        before,
        after,
        given.quantity,
        actor=given.actor,
        municipality=given.municipality,
        year=None if given.year is None else int(given.year),
    )
    if given.format == "table":
        return found.text(lang) + "\n"
    table = found.table()
    return as_json(table) if given.format == "json" else as_csv(table, lang)
