"""What people read of staffing: what decides, how it answers, what waits, who is there when."""

import re
from pathlib import Path

import pytest

import gevinst as gv
from gevinst.loading import examples
from gevinst.reporting import describe, render_page, render_text
from gevinst.reporting.contents import SHADES, HeatMap, Section, Sentence, Table
from gevinst.results import Results

TEXT = (Path(examples.__file__).parents[1] / "examples" / "nord-troms.toml").read_text("utf-8")
DAY = "08:00-15:30"
PRESENCE = re.compile(r"minimum_presence = \{ likely = 1,.*\n")
TARGET = re.compile(r"\[centre\.roles\.response\]\n(.+\n){2}")


def changed(folder: Path, *changes: tuple[str, str]) -> Results:
    """A run of the smallest example with parts of its text replaced."""
    text = TEXT
    for old, new in changes:
        assert re.search(old, text)
        text = re.sub(old, new, text)
    path = folder / "project.toml"
    path.write_text(text, encoding="utf-8")
    return gv.run(gv.load(path))


def section(results: Results, lang: str = "nb") -> Section:
    """The section on staffing."""
    summary = describe(results, lang)  # type: ignore[arg-type]
    return next(s for s in summary.sections if s.id == "staffing")


def sentences(results: Results, lang: str = "nb") -> str:
    """Its sentences, with plain spaces."""
    blocks = section(results, lang).blocks
    text = " ".join(block.text for block in blocks if isinstance(block, Sentence))
    return text.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def small() -> Results:
    return gv.run(gv.example("nord-troms"))


def test_the_answering_target_decides_with_all_its_figures(small: Results) -> None:
    assert (
        "Sykepleier: svarfristen avgjør i 2028. Arbeidet alene ville fylt 0,38 årsverk"
        " (grunnbemanningen krever 1,22), men skal 90 % av det som haster, få svar innen"
        " 60 minutter, trengs det 1,35, medregnet avtalt arbeid som ikke kan avbrytes."
        " Det bemannes med 1,40 årsverk."
    ) in sentences(small)
    assert "the answering target decides in 2028" in sentences(small, "en")


def test_minimum_presence_decides_where_two_have_to_be_there(tmp_path: Path) -> None:
    results = changed(tmp_path, (PRESENCE.pattern, "minimum_presence = 2\n"))

    text = sentences(results)
    assert "grunnbemanningen avgjør i 2028. Åpningstiden krever 2,44 årsverk" in text
    assert "arbeidet alene ville fylt 0,38 (svarfristen krever 1,35)" in text
    assert "Det bemannes med 2,50 årsverk." in text


def test_whole_positions_decide_where_others_would_staff_just_as_many(tmp_path: Path) -> None:
    results = changed(tmp_path, ('"0.1 FTE"', '"1 FTE"'))

    text = sentences(results)
    assert (
        "Sykepleier: hele steg avgjør i 2028. Behovet er 1,35 årsverk (grunnbemanningen krever"
        " 1,22), men stillinger kommer i steg på 1. Uten svarfristen ville det vært like mange."
        " Det bemannes med 2,00 årsverk."
    ) in text


def test_the_workload_decides_alone_without_a_target_or_presence(tmp_path: Path) -> None:
    """Then there is nothing to weigh it against, and no rows of requirements."""
    nobody = (PRESENCE.pattern, "minimum_presence = 0\n")
    calm = ('class = "immediate"', 'class = "deferrable"')
    results = changed(tmp_path, nobody, calm, (TARGET.pattern, ""))

    blocks = section(results).blocks
    labels = [row.label for b in blocks if isinstance(b, Table) for row in b.rows]
    assert "etter svarfrist" not in labels
    assert "etter grunnbemanning" not in labels
    assert labels.count("behov før avrunding") == 2
    assert "avgjør i" not in sentences(results)
    assert "får svar innen" not in sentences(results)
    assert not any(isinstance(block, HeatMap) for block in blocks)


def test_a_tie_of_months_is_told_with_its_count() -> None:
    text = sentences(gv.run(gv.example("mila")))

    assert "svarfristen avgjør i 2025." in text
    assert "Det gjelder 11 av 12 måneder." in text


def test_it_tells_what_waits_after_a_night_and_a_weekend(small: Results) -> None:
    """The figures are those of the tables, at the end of the year."""
    table = small.table("answering")
    rows = table[(table["role"] == "sykepleier") & (table["year"] == 2028)]
    of_year = dict(zip(rows["quantity"], rows["value"], strict=True))

    text = sentences(small)
    clearing, waits = of_year["clearing_time_closure"], of_year["wait_share"]
    assert f"tatt igjen på {clearing:.1f}".replace(".", ",") + " åpningstimer" in text
    assert f"{100 * waits:.1f}".replace(".", ",") + " % må vente i det hele tatt" in text
    assert "får over 99,9 % av det som haster, svar innen 60 minutter (målet er 90 %)" in text
    assert "kan måtte vente 16,5 timer over natta og 64,5 timer over helga" in text
    assert "holdes også da, med 4,2 åpningstimer til overs" in text


def test_a_centre_that_never_closes_has_nothing_waiting(tmp_path: Path) -> None:
    days = "".join(f'{day} = "00:00-24:00"\n' for day in ("saturday", "sunday"))
    always = (f'(monday|tuesday|wednesday|thursday|friday) = "{DAY}"', r'\1 = "00:00-24:00"')
    weekend = (r"(\[centre\.opening_hours\]\n)", rf"\1{days}")
    results = changed(tmp_path, always, weekend, ("closed_days = .*", "closed_days = 0"))

    assert "stengt" not in sentences(results)
    heat = next(b for b in section(results).blocks if isinstance(b, HeatMap))
    assert len(heat.rows) == 24
    assert heat.rows[-1].label == "23–00"


def test_a_centre_open_every_day_has_nights_and_no_weekend(tmp_path: Path) -> None:
    weekend = (r"(\[centre\.opening_hours\]\n)", rf'\1saturday = "{DAY}"\nsunday = "{DAY}"\n')
    results = changed(tmp_path, weekend)

    text = sentences(results)
    assert "etter en natt på 16,5 timer" in text
    assert "helg" not in text


def test_a_missed_deadline_is_a_warning_of_the_staffing_and_not_of_the_price() -> None:
    results = gv.run(gv.example("mila"))

    margin = results.quantity("deadline_margin", "gjennomgang").values[0, 0, :12, 0].min()
    warnings = results.table("warnings")
    found = warnings[warnings["quantity"] == "deadline_missed"]
    first = found[found["year"] == 2025].iloc[0]
    assert first["value"] == pytest.approx(-margin)
    assert first["unit"] == "open_hour"
    said = "Fristen for «Gjennomgang av målinger» brytes i 2025"
    assert said in sentences(results)
    summary = describe(results)
    assert [said in render_text(summary), "til overs" in sentences(results)] == [True, False]
    price = [s for s in summary.sections if s.id == "warnings"]
    assert not any(said in b.text for s in price for b in s.blocks if isinstance(b, Sentence))


def test_no_deadline_is_missed_where_the_margins_are_positive(small: Results) -> None:
    assert (small.quantity("deadline_margin", "gjennomgang").values > 0).all()
    assert "deadline_missed" not in set(small.table("warnings")["quantity"])


def test_the_map_of_the_week_shows_the_numbers_of_the_table(small: Results) -> None:
    """Seven days, the open hours, the number in every open cell, and – where it is closed."""
    heat = next(b for b in section(small).blocks if isinstance(b, HeatMap))
    table = small.table("presence")
    rows = table[(table["year"] == 2028) & (table["role"] == "sykepleier")
                 & (table["quantity"] == "staffed_presence")]  # fmt: skip

    shown = {(r, c): cell.value for r, row in enumerate(heat.rows)
             for c, cell in enumerate(row.cells) if not isinstance(cell, str)}  # fmt: skip

    assert [row.label for row in heat.rows][:2] == ["08–09", "09–10"]
    assert heat.headings == ("man", "tir", "ons", "tor", "fre", "lør", "søn")
    assert sum(v for v in shown.values() if v) == pytest.approx(rows["value"].sum())
    assert shown[0, 5] is None
    assert heat.shade(shown[0, 0]) == SHADES
    assert heat.shade(shown[7, 0]) == SHADES // 2
    assert heat.shade(None) == 0


def test_the_map_is_an_accessible_table_that_needs_no_colour(small: Results) -> None:
    """Headings with scope, a caption, the number as text in each shaded cell."""
    page = render_page(describe(small))

    heat = page[page.index('<table id="table-presence-sykepleier"') :]
    heat = heat[: heat.index("</table>")]
    assert "<caption" in heat
    assert heat.count('<th scope="col">') == 8
    assert heat.count('<th scope="row">') == 8
    cells = re.findall(r'<td class="heat-(\d)">([^<]*)</td>', heat)
    assert len(cells) == 56
    for shade, text in cells:
        assert (text == "–") == (shade == "0")
    assert "style=" not in heat
