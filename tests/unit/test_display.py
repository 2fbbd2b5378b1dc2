"""Numbers as people read them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst import display, units
from gevinst.errors import UnitError

NB = "\u00a0"


@pytest.mark.parametrize(
    ("number", "decimals", "norwegian", "english"),
    [
        (1234567, 0, f"1{NB}234{NB}567", f"1{NB}234{NB}567"),
        (-1234.5, 1, f"−1{NB}234,5", f"−1{NB}234.5"),
        (2.675, 2, "2,68", "2.68"),
        (0.5, 0, "1", "1"),
        (-0.4, 0, "0", "0"),
        (999.9996, 3, f"1{NB}000,000", f"1{NB}000.000"),
        (0.0, 2, "0,00", "0.00"),
        (math.nan, 2, "–", "–"),
        (None, 2, "–", "–"),
    ],
)
def test_a_number_is_written_as_in_its_language(
    number: float, decimals: int, norwegian: str, english: str
) -> None:
    assert display.format_number(number, decimals) == norwegian
    assert display.format_number(number, decimals, "en") == english


@pytest.mark.parametrize("number", [1e308, -1e308, 5e-324, 1e22, 123456789012345678])
def test_the_largest_and_smallest_numbers_can_be_written(number: float) -> None:
    text = display.format_number(number, 3)

    assert float(text.replace(NB, "").replace(",", ".").replace("−", "-")) == pytest.approx(
        number, abs=1e-3
    )


def test_an_infinite_number_is_not_shown() -> None:
    with pytest.raises(ValueError, match="undefined ratio"):
        display.format_number(math.inf)
    with pytest.raises(ValueError, match="undefined ratio"):
        display.format_percent(-math.inf)


@pytest.mark.parametrize(
    ("number", "unit", "norwegian", "english"),
    [
        (1234567.4, "NOK", f"1{NB}234{NB}567{NB}kr", f"1{NB}234{NB}567{NB}NOK"),
        (0.4, "NOK/patient", f"0{NB}kr/pasient", f"0{NB}NOK/patient"),
        (16.5, "patient", f"16,5{NB}pasienter", f"16.5{NB}patients"),
        (1, "patient", f"1{NB}pasient", f"1{NB}patient"),
        (-1, "patient", f"−1{NB}pasient", f"−1{NB}patient"),
        (2.125, "FTE", f"2,13{NB}årsverk", f"2.13{NB}FTE"),
        (
            1550,
            "work_hour/FTE/year",
            f"1{NB}550{NB}arbeidstimer/årsverk/år",
            f"1{NB}550{NB}work{NB}hours/FTE/year",
        ),
        (4, "1/year", "4/år", "4/year"),
        (0.25, "1", "0,25", "0.25"),
        (12.5, "percent", f"12,5{NB}%", f"12.5{NB}%"),
        (math.nan, "NOK", "–", "–"),
    ],
)
def test_an_amount_carries_its_unit_in_words(
    number: float, unit: str, norwegian: str, english: str
) -> None:
    assert display.format_amount(number, unit) == norwegian
    assert display.format_amount(number, unit, lang="en") == english


def test_a_share_is_shown_as_per_cent() -> None:
    assert display.format_percent(0.125) == f"12,5{NB}%"
    assert display.format_percent(0.07, 0) == f"7{NB}%"
    assert display.format_percent(None) == "–"
    assert display.format_kroner(-25) == f"−25{NB}kr"


def test_a_square_keeps_its_exponent() -> None:
    assert display.unit_words("patient/year**2") == "pasienter/år**2"


def test_every_unit_has_words_in_both_languages_that_are_read_back() -> None:
    for name in units.unit_names():
        for lang in ("nb", "en"):
            for plural in (False, True):
                words = display.unit_words(name, lang, plural=plural)

                assert units.written_units(words.replace(NB, " ")) == ((name, 1),)


def test_an_unknown_unit_is_an_error() -> None:
    with pytest.raises(UnitError):
        display.format_amount(1, "NOK/pasjent")


_UNITS = st.sampled_from(
    [
        "1",
        "NOK",
        "patient",
        "work_hour/patient/year",
        "NOK/patient/month",
        "1/year",
        "percent",
        "FTE",
    ]
)


@given(
    st.floats(min_value=-1e12, max_value=1e12),
    st.sampled_from([0, 1, 2, 4]),
    _UNITS,
    st.sampled_from(["nb", "en"]),
)
def test_what_is_written_is_read_back(
    number: float, decimals: int, unit: str, lang: display.Language
) -> None:
    text = display.format_amount(number, unit, decimals, lang)

    read_back = units.to_canonical(text, unit) / units.factor(unit)

    assert read_back == pytest.approx(number, rel=1e-12, abs=0.5000001 * 10**-decimals)
