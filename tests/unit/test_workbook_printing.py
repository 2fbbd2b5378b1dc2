"""Where pages break, and how small a sheet prints."""

import pytest

from gevinst.spreadsheet.printing import FULL_SCALE, LEAST_SCALE, row_breaks, scale_for

FIRST = 5


def stacked(*rows: int) -> list[tuple[int, int]]:
    """Blocks below each other."""
    made, at = [], FIRST
    for count in rows:
        made.append((at, count))
        at += count
    return made


def test_a_narrow_sheet_prints_in_full_and_a_wide_one_no_smaller_than_people_read() -> None:
    """Nothing is blown up, and nothing shrinks beyond reading."""
    assert scale_for([20.0]) == FULL_SCALE
    assert scale_for([20.0] * 40) == LEAST_SCALE
    assert LEAST_SCALE < scale_for([11.0] * 15) < FULL_SCALE


def test_blocks_that_fit_on_a_page_do_not_break() -> None:
    """One page needs no break."""
    assert row_breaks(100, stacked(10, 10)) == []


@pytest.mark.parametrize("rows", [(20, 20, 20), (12, 30, 5, 5, 25)])
@pytest.mark.parametrize("scale", [60, 75, 100])
def test_a_page_starts_at_a_block_and_holds_whole_ones(rows: tuple[int, ...], scale: int) -> None:
    """No page holds more rows than there is room for."""
    blocks = stacked(*rows)
    room = 35 * 100 // scale

    breaks = row_breaks(scale, blocks)

    ends = [*breaks, blocks[-1][0] + blocks[-1][1]]
    starts = [0, *breaks]
    assert set(breaks) <= {first for first, _ in blocks}
    assert all(end - start - 1 <= room for start, end in zip(starts, ends, strict=True))


def test_a_block_longer_than_a_page_goes_on_where_the_page_has_begun() -> None:
    """A page that is nearly empty is not left so; one that is nearly full is."""
    assert row_breaks(100, stacked(3, 200)) == []
    assert row_breaks(100, stacked(27, 200)) == [FIRST + 27]


def test_an_empty_last_row_starts_no_page() -> None:
    """What follows a block that fills the page to the end starts the next one."""
    blocks = stacked(30, 3)

    assert row_breaks(100, blocks) == [FIRST + 30]
