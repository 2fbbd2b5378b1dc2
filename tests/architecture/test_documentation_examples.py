"""What README and documentation show is what the program does."""

import re
from pathlib import Path

import numpy as np
import pytest

import gevinst
from gevinst.cli import main

pytestmark = pytest.mark.repository

DEMO = "python3 -m venv .venv && .venv/bin/pip install"


def blocks(page: Path, language: str) -> list[str]:
    """Every block of code in a language on a page."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"(?ms)^```{language}\b[^\n]*\n(.*?)^```", text)


def test_the_first_line_with_the_demo_is_the_whole_command_alone_in_a_block(root: Path) -> None:
    """A reader copies one line on a fresh machine."""
    readme = root / "README.md"

    first = next(
        line for line in readme.read_text(encoding="utf-8").splitlines() if "gevinst demo" in line
    )

    assert first.startswith(DEMO)
    assert first.endswith(".venv/bin/gevinst demo")
    assert f"{first}\n" in blocks(readme, "sh")


def test_both_commands_stand_on_the_first_screen(root: Path) -> None:
    """Forty lines is a screen."""
    screen = (root / "README.md").read_text(encoding="utf-8").splitlines()[:40]

    assert [line for line in screen if line.endswith(".venv/bin/gevinst demo")] != []
    assert [line for line in screen if line.endswith("-m pytest -n auto --dist worksteal")] != []


@pytest.mark.parametrize(
    "name", ["README.md", "docs/tutorials/nord-troms.md", "docs/how-to/egen-prosjektfil.md"]
)
def test_the_environment_is_activated_before_gevinst_is_run_alone(root: Path, name: str) -> None:
    """After the first command `gevinst` is not on the path of the shell."""
    text = (root / name).read_text(encoding="utf-8")
    run_alone = re.search(r"(?m)^(?:\{\{ )?gevinst ", text)

    assert run_alone is not None
    assert ". .venv/bin/activate" in text[: run_alone.start()]
    assert r".venv\Scripts\activate" in text[: run_alone.start()]


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/how-to/bygge-inn.md",
        "docs/how-to/hvor-mange-pasienter.md",
        "docs/how-to/usikkerhet.md",
    ],
)
def test_the_python_code_runs(root: Path, name: str) -> None:
    """The blocks of a page, one after the other, as a reader would."""
    shown = blocks(root / name, "python")
    place: dict[str, object] = {}

    for block in shown:
        exec(compile(block, name, "exec"), place)  # noqa: S102  our own page

    assert shown != []
    assert place["gv"] is gevinst


def test_the_explained_number_in_the_readme_is_todays(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The block after the command holds what the command prints (`python .ci/readme.py`)."""
    text = (root / "README.md").read_text(encoding="utf-8")
    found = re.search(r"(?ms)^gevinst explain ([^\n]+)\n```\n+```text\n(.*?)^```", text)
    assert found is not None
    command, shown = found.groups()

    main(["explain", *command.split()])

    assert capsys.readouterr().out.strip() == shown.strip()


def test_the_smallest_project_in_the_documentation_runs(root: Path, tmp_path: Path) -> None:
    """It is complete, and its one partner pays what the service costs."""
    (text,) = blocks(root / "docs" / "how-to" / "egen-prosjektfil.md", "toml")
    file = tmp_path / "prosjekt.toml"
    file.write_text(text, encoding="utf-8")

    results = gevinst.run(gevinst.load(file))

    charge = results.quantity("charge").values.sum()
    cost = results.quantity("total_cost").values.sum()
    assert cost > 0
    np.testing.assert_allclose(charge, cost, rtol=1e-12)


def test_the_baseline_configuration_in_the_documentation_is_the_one_that_is_tested(
    root: Path,
) -> None:
    """What a reader copies is measured, and its answer stored (`tests/golden/baseline`)."""
    (shown,) = blocks(root / "docs" / "how-to" / "nullpunktsmaling.md", "toml")

    tested = root / "tests" / "golden" / "baseline" / "counts.toml"
    assert shown == tested.read_text(encoding="utf-8")


def test_the_tables_about_present_values_in_the_documentation_are_read(
    root: Path, tmp_path: Path
) -> None:
    """A reader who pastes them into a project gets them, and is told of the correction."""
    example = root / "src" / "gevinst" / "examples" / "nord-troms.toml"
    found = blocks(root / "docs" / "how-to" / "gevinster.md", "toml")
    tables = [text for text in found if text.startswith(("[economics]", "[evidence_correction]"))]
    file = tmp_path / "prosjekt.toml"
    file.write_text("\n".join([example.read_text(encoding="utf-8"), *tables]), encoding="utf-8")

    results = gevinst.run(gevinst.load(file))

    assert len(tables) == 2
    assert "costs_raised" in set(results.table("warnings")["quantity"])
