"""``gevinst baseline``: the measurement, the three numbers, and what a project can show."""

from __future__ import annotations

import argparse
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from gevinst.cli.arguments import UsageError
from gevinst.cli.baseline_arguments import EXAMPLE, PLAN, PLANNING

if TYPE_CHECKING:
    from gevinst.baseline import Measurement

PAGE = "nullpunkt.html"
FOLDER = "baseline"
EXAMPLE_FILES = ("persons.csv", "events.csv", f"{FOLDER}.toml")


def baseline(given: argparse.Namespace) -> str:
    """Measure and compare, run the example, or say what a project can show."""
    kind = given.files[0] if len(given.files) == 1 else None
    if kind == PLAN:
        return _plan(given)
    _refuse(given, PLANNING, f"gjelder bare gevinst baseline {PLAN}")
    if kind == EXAMPLE:
        _refuse(given, ("config", "counts"), "brukes ikke sammen med example")
        with resources.as_file(resources.files("gevinst") / "examples" / FOLDER) as folder:
            persons, events, config = (folder / name for name in EXAMPLE_FILES)
            given.files, given.config = [str(persons), str(events)], str(config)
            copies = {name: (folder / name).read_bytes() for name in EXAMPLE_FILES}
            return _answer(given, copies)
    return _answer(given, {})


def _refuse(given: argparse.Namespace, names: tuple[str, ...], why: str) -> None:
    stated = [f"--{name}" for name in names if getattr(given, name) is not None]
    if stated:
        raise UsageError(f"{', '.join(stated)} {why}.", "")


def _plan(given: argparse.Namespace) -> str:
    from gevinst.reporting import render_text
    from gevinst.reporting.baseline_size import describe_size

    _refuse(given, ("config", "counts", "out"), "brukes ikke sammen med plan")
    if given.persons is None or given.rate is None:
        raise UsageError("plan trenger --persons og --rate.", "")
    summary = describe_size(
        given.persons,
        given.rate,
        dispersion=1.0 if given.dispersion is None else given.dispersion,
        months=12.0 if given.months is None else given.months,
        share=given.share,
        lang=given.lang,
    )
    return render_text(summary)


def _answer(given: argparse.Namespace, copies: dict[str, bytes]) -> str:
    from gevinst.reporting import render_page, render_text
    from gevinst.reporting.baseline_files import files_of
    from gevinst.reporting.baseline_summary import compared, describe_baseline

    measurement = _measured(given)
    comparison = compared(measurement)
    summary = describe_baseline(measurement, comparison, given.lang)
    if given.out is None:
        return render_text(summary)
    from gevinst.cli.folder import write_together
    from gevinst.cli.wording import baseline_written

    page = render_page(summary).encode("utf-8")
    tables = files_of(measurement, comparison, given.lang)
    write_together(Path(given.out), {**tables, PAGE: page, **copies})
    return baseline_written(given.out, (*tables, PAGE, *copies), given.lang)


def _measured(given: argparse.Namespace) -> Measurement:
    from gevinst.baseline import measure, measure_counts
    from gevinst.loading import load_baseline

    if given.config is None:
        raise UsageError("--config mangler: fila som sier hva som måles.", "")
    if len(given.files) not in {0, 2} or (given.files and given.counts):
        raise UsageError(
            "Oppgi to filer (personer og hendelser), eller --counts, eller ingen av dem når"
            " antallene står i [[counts]].",
            "",
        )
    config = load_baseline(given.config)
    if given.files:
        return measure(given.files[0], given.files[1], config)
    return measure_counts(given.counts, config)
