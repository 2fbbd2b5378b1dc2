"""The fan over time: where its bars and levels are."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import gevinst as gv
from gevinst.cli.simulated import describe_simulation, levels_to
from gevinst.reporting.contents import FanChart, FanYear, MonthPoint, RunChart
from gevinst.reporting.fan_charts import fan_svg
from gevinst.reporting.run_charts import run_svg

YEARS = (
    FanYear(label="2027", p05=1.0, p10=2.0, p50=4.0, p90=6.0, p95=9.0),
    FanYear(label="<2028>", p05=3.0, p10=3.0, p50=3.0, p90=3.0, p95=3.0),
)
CHART = FanChart(
    id="fan-cost",
    title="Kostnad & mer",
    description="Fra 2027 til 2028.",
    years=YEARS,
    levels=((0.0, "0"), (5.0, "5"), (10.0, "10")),
)


def drawn(kind: str) -> list[dict[str, str]]:
    """Attributes of the shapes of a class, left to right."""
    chart = ET.fromstring(fan_svg(CHART))  # noqa: S314  our own
    return [shape.attrib for shape in chart.iter() if shape.get("class") == kind]


def test_bars_are_as_high_as_their_intervals() -> None:
    """Ten units of the scale are as high as the lines of the lowest and highest level say."""
    foot, _, top = (float(line["y1"]) for line in drawn("level"))
    unit = (foot - top) / 10

    narrow, wide, middle = drawn("fan")[0], drawn("fan-wide")[0], drawn("fan-middle")[0]

    assert abs(float(narrow["height"]) - 4 * unit) < 0.1
    assert abs(float(wide["height"]) - 8 * unit) < 0.1
    assert abs(float(wide["y"]) - (foot - 9 * unit)) < 0.1
    assert abs(float(middle["y1"]) - (foot - 4 * unit)) < 0.1


def test_a_year_without_spread_is_still_seen() -> None:
    assert [float(bars[1]["height"]) for bars in (drawn("fan"), drawn("fan-wide"))] == [1.0, 1.0]


def test_names_are_shown_and_never_obeyed() -> None:
    chart = ET.fromstring(fan_svg(CHART))  # noqa: S314  our own

    assert chart.findtext("title") == "Kostnad & mer"
    assert "<2028>" in [text.text for text in chart.iter("text")]


def test_levels_are_written_over_the_bars_and_beside_them() -> None:
    """A bar that is drawn last hides the number under it."""
    svg = fan_svg(CHART)

    assert svg.rindex("<rect") < svg.index("<text")
    assert min(float(x) for x in re.findall(r'<rect[^>]* x="([\d.]+)%"', svg)) > 10


def test_one_year_is_a_fan_too() -> None:
    alone = FanChart(
        id="a", title="t", description="d", years=YEARS[:1], levels=((0.0, "0"), (10.0, "10"))
    )

    assert fan_svg(alone).count('class="fan"') == 1


def test_levels_are_round_numbers_that_hold_the_top() -> None:
    assert levels_to(2_779_078) == [0, 1_000_000, 2_000_000, 3_000_000]
    assert levels_to(2.1) == [0, 1, 2, 3]
    assert levels_to(1_000) == [0, 500, 1_000]
    assert levels_to(0.7) == [0, 0.25, 0.5, 0.75]
    assert levels_to(0) == [0.0]


def test_the_first_figures_of_a_simulation_are_sentences() -> None:
    """The cost has its range, and a share says of what it is: nobody decides on «> 0»."""
    simulation = gv.simulate(gv.example("nord-troms"), draws=64, seed=1)

    cost, *shares = describe_simulation(simulation).headlines

    assert cost.text.endswith("kr")
    assert "80 % av trekningene" in cost.label
    assert all(share.label.startswith("av trekningene gir kommunene") for share in shares)


def test_nothing_is_drawn_over_the_median() -> None:
    """The run of months would cross the figure and hide it."""
    points = tuple(MonthPoint(month=f"2027-{m:02}", value=float(m)) for m in range(1, 13))
    chart = RunChart(
        id="run-x", title="Måned", description="Fra 1 til 12.", points=points,
        levels=((0.0, "0"), (12.0, "12")), median=(6.5, "median 6,5"), marked=None,
    )  # fmt: skip

    drawn_last = run_svg(chart).rpartition('class="point"')[2]

    assert "median 6,5" in drawn_last
