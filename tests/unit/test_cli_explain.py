"""The command `explain`: every number of a project can be asked for by the names of its records."""

from importlib import resources
from pathlib import Path

import pytest

import gevinst
from gevinst.cli import main

pytestmark = pytest.mark.smoke


def said(capsys: pytest.CaptureFixture[str], *given: str) -> str:
    """Output of a command that is to succeed, with ordinary spaces."""
    code = main(list(given))
    shown = capsys.readouterr()
    assert (code, shown.err) == (0, "")
    return shown.out.replace("\u00a0", " ")


def test_explain_passes_every_label_on(capsys: pytest.CaptureFixture[str]) -> None:
    """The same text as from Python."""
    told = gevinst.explain(
        gevinst.run(gevinst.example("nord-troms")),
        "active_patients",
        municipality="5542",
        group="kols",
        period="2028-03",
    )

    text = said(
        capsys, "explain", "nord-troms", "active_patients",
        "--municipality", "5542", "--group", "kols", "--period", "2028-03",
    )  # fmt: skip

    assert text.strip() == told.text("nb").replace("\u00a0", " ").strip()


@pytest.fixture
def priced(tmp_path: Path) -> str:
    """A file with everything in the price model that has a name of its own."""
    text = (resources.files("gevinst.examples") / "nord-troms.toml").read_text(encoding="utf-8")
    keys, benefits = text.index("[[price_model.keys]]"), text.index("[[professions]]")
    more = """
[[price_model.pools]]
id = "lisenser"
name = "Lisenser"
lines = ["lisens"]
keys = [{ basis = "patient_months", weight = 1, period = "month" }]

[price_model.tariff]
balance = "key"
fees = [{ id = "fast", name = "Fast del", per = "year", amount = 10000 }]

[price_model.limits]
minimum_charge = 20000

[[price_model.settlement]]
month = "2028-03"
amounts = { "5546" = -300, "5544" = 100, "5542" = 100, "5540" = 100, "5538" = 0, "5536" = 0 }

"""
    file = tmp_path / "priser.toml"
    file.write_text(text[:keys] + text[keys:benefits] + more + text[benefits:], encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        (["allocation_share", "--pool", "lisenser"], "Fordelingsnøkkel (Lisenser, Skjervøy, 2028)"),
        (["allocation_share"], "Fordelingsnøkkel (Skjervøy, 2028)"),
        (["limited_charge", "--limit", "minimum"], "(minstebeløp, Skjervøy, 2028) = "),
        (["settlement_due", "--settlement", "2028-03:1"], "1, Skjervøy, 2028) = 100 kr"),
        (["fee", "--line", "fast"], "(Fast del, Skjervøy, 2028) = 10 000 kr"),
        (["key_share", "--key", "equal:month"], "like deler, Skjervøy, 2028) = 16,7 %"),
    ],
)
def test_explain_reaches_every_record_of_a_price_model(
    capsys: pytest.CaptureFixture[str], priced: str, asked: list[str], first: str
) -> None:
    """Pools, limits, settlements, fees and keys are named like any other record."""
    quantity, *labels = asked

    text = said(
        capsys, "explain", priced, quantity, "--municipality", "Skjervøy", "--year", "2028", *labels
    )

    assert first in next(line for line in text.splitlines() if "Skjervøy" in line)


def test_explain_under_a_rule_ends_where_the_rule_stands(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """No key is stated in the file, so none is pointed at: the file says `shapley`, no more."""
    text = (resources.files("gevinst.examples") / "nord-troms.toml").read_text(encoding="utf-8")
    keys, benefits = text.index("[[price_model.keys]]"), text.index("[[professions]]")
    ruled = text[:keys].replace('rule = "key"', 'rule = "shapley"') + text[benefits:]
    file = tmp_path / "shapley.toml"
    file.write_text(ruled, encoding="utf-8")

    told = said(
        capsys, "explain", str(file), "charge", "--municipality", "Skjervøy", "--year", "2028",
        "--depth", "9",
    )  # fmt: skip

    told = " ".join(told.split())
    assert "oppgitt «shapley» i price_model.rule; kilde: Regelen shapley" in told
    assert "price_model.keys" not in told
