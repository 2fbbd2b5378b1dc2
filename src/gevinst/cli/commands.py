"""What each command does. Everything heavy is imported here, when a command needs it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gevinst.explaining import Explanation
    from gevinst.schema import Project

DEMO, DEMO_MUNICIPALITY, DEMO_DEPTH = "nord-troms", "Skjervøy", 2
PAGE = "resultat.html"


def project_of(file: str) -> Project:
    """The project in a file, or the example of that name where there is no such file."""
    from gevinst.loading import example, example_names, load
    from gevinst.messages import nearest

    if not Path(file).suffix and not _is_there(Path(file)):
        names = example_names()
        if file in names or nearest(file, names):
            return example(file)
    return load(file)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a zero byte: loading says so
        return False


def demo(given: argparse.Namespace) -> str:
    """The example of Nord-Troms, and what one of its municipalities pays, explained."""
    from gevinst.explaining import explain
    from gevinst.loading import example
    from gevinst.reporting import describe, render_text
    from gevinst.reporting.reading import View
    from gevinst.running import run as run_project

    results = run_project(example(DEMO))
    view = View(results=results, lang=given.lang)
    told = explain(
        results,
        "charge",
        municipality=DEMO_MUNICIPALITY,
        year=view.years[view.full_year],
        depth=DEMO_DEPTH,
    )
    return render_text(describe(results, given.lang, explained=body(told, given.lang)))


def body(told: Explanation, lang: str) -> str:
    """An explanation without the lines on top that the summary has already."""
    text = told.text("en" if lang == "en" else "nb")
    return text.partition("\n\n")[2] or text


def run(given: argparse.Namespace) -> str:
    """Run a project; show the summary, give the tables, or write both to a folder."""
    from gevinst.cli.arguments import UsageError
    from gevinst.reporting import describe, render_page, render_text
    from gevinst.reporting.exports import ENCODING, SUFFIX, all_tables, everything
    from gevinst.running import run as run_project

    if given.out is None and given.format == "csv":
        raise UsageError("--format csv gir flere filer: oppgi også --out MAPPE.", "")
    if given.out is None and given.by == "month" and given.format == "table":
        raise UsageError(
            "--by month gjelder tabellene: bruk den med --out MAPPE eller --format json.", ""
        )
    project = project_of(given.file)
    results = run_project(project)
    if given.out is None and given.format == "json":
        return everything(results, given.by)
    if given.out is None:
        return render_text(describe(results, given.lang))
    from gevinst.cli.fair import section_of_run
    from gevinst.cli.folder import from_earlier_run, write_together
    from gevinst.cli.wording import also_there
    from gevinst.reporting.texts import say
    from gevinst.results.present_values import NAME as PRESENT_VALUES
    from gevinst.results.tables import REGISTERS, TABLES

    encoding = ENCODING[given.format]
    tables = all_tables(results, given.by, given.format, given.lang)
    files = {name: text.encode(encoding) for name, text in tables.items()}
    fair = section_of_run(project, results, given.lang)
    files[PAGE] = render_page(describe(results, given.lang, after_charges=fair)).encode("utf-8")
    names = (*TABLES, *REGISTERS, PRESENT_VALUES, "warnings")
    earlier = from_earlier_run(Path(given.out), files, names, SUFFIX.values())
    write_together(Path(given.out), files)
    told = say("written", given.lang, count=len(files), folder=given.out, page=PAGE)
    return f"{told}\n{also_there(earlier, given.lang)}"


def workbook(given: argparse.Namespace) -> str:
    """Write the whole model as a workbook of live formulas."""
    from gevinst.cli.folder import write_together
    from gevinst.cli.wording import workbook_written
    from gevinst.spreadsheet.writing import workbook_bytes

    path = Path(given.out)
    write_together(path.parent, {path.name: workbook_bytes(project_of(given.file))})
    return workbook_written(given.out, given.lang)


def template(given: argparse.Namespace) -> str:
    """Write an empty workbook to fill in."""
    from gevinst.cli.folder import write_together
    from gevinst.cli.wording import template_written
    from gevinst.spreadsheet.template_writing import template_bytes

    path = Path(given.out)
    write_together(path.parent, {path.name: template_bytes()})
    return template_written(given.out, given.lang)


def check(given: argparse.Namespace) -> str:
    """Load and run a project, so that every problem is met; then what it holds and assumes."""
    from gevinst.reporting import checked_text
    from gevinst.running import run as run_project

    return checked_text(run_project(project_of(given.file)), given.file, given.lang)


def explain(given: argparse.Namespace) -> str:
    """Explain one number of a project."""
    from gevinst.explaining import explain as explain_number
    from gevinst.running import run as run_project

    told = explain_number(
        run_project(project_of(given.file)),
        given.quantity,
        municipality=given.municipality,
        group=given.group,
        period=given.period,
        year=given.year,
        line=given.line,
        role=given.role,
        actor=given.actor,
        benefit_class=vars(given)["class"],
        task=given.task,
        key=given.key,
        source=given.source,
        pool=given.pool,
        limit=given.limit,
        settlement=given.settlement,
        depth=given.depth,
    )
    return told.text(given.lang) + "\n"


def schema(_given: argparse.Namespace) -> str:
    """JSON Schema of the project file."""
    from gevinst.schema import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def parameters(given: argparse.Namespace) -> str:
    """Every parameter, then what has none and must be stated."""
    from gevinst.cli.parameter_list import listing

    return listing(given.format, given.lang)


def benefits(given: argparse.Namespace) -> str:
    """Every known benefit, then what was not found in the open."""
    from gevinst.cli.benefit_list import listing

    return listing(given.format, given.lang, given.receiver)


def version(_given: argparse.Namespace) -> str:
    """Name and version."""
    import gevinst

    return f"gevinst {gevinst.__version__}\n"


def prices(given: argparse.Namespace) -> str:
    """Compare prices of a project."""
    from gevinst.cli.prices import prices as compare

    return compare(given, project_of(given.file))


def indicators(given: argparse.Namespace) -> str:
    """Every indicator of the catalogue."""
    from gevinst.cli.indicator_list import listing

    return listing(given.format, given.lang)


def tornado(given: argparse.Namespace) -> str:
    """Say which uncertain inputs matter most."""
    from gevinst.cli.tornado import matters

    return matters(given, project_of(given.file))


def break_even(given: argparse.Namespace) -> str:
    """Say for which values of an input it pays."""
    from gevinst.cli.break_even import pays

    return pays(given, project_of(given.file))


def baseline(given: argparse.Namespace) -> str:
    """Measure a baseline, compare before and after, or say what a project can show."""
    from gevinst.cli.baseline import baseline as measure

    return measure(given)


def simulate(given: argparse.Namespace) -> str:
    """How sure the numbers of a project are."""
    from gevinst.cli import uncertainty

    return uncertainty.simulate(given, project_of(given.file))


def compare(given: argparse.Namespace) -> str:
    """Why two projects differ."""
    from gevinst.cli import uncertainty

    return uncertainty.compare(given, project_of(given.before), project_of(given.after))


COMMANDS: dict[str, Callable[[argparse.Namespace], str]] = {
    "demo": demo,
    "run": run,
    "workbook": workbook,
    "template": template,
    "check": check,
    "explain": explain,
    "prices": prices,
    "simulate": simulate,
    "compare": compare,
    "tornado": tornado,
    "break-even": break_even,
    "baseline": baseline,
    "schema": schema,
    "parameters": parameters,
    "benefits": benefits,
    "indicators": indicators,
    "version": version,
}
