"""Which column of a table is which: our names, a few Norwegian ones, and those of the config."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gevinst.extracts.tables import Place

PERSONS: Mapping[str, tuple[str, ...]] = {
    "person_id": ("person", "pasient", "pasient_id", "løpenummer", "løpenr", "pseudonym", "id"),
    "index_date": ("indeksdato", "inklusjonsdato", "inkludert_dato", "tilbudsdato"),
    "follow_up_start": ("oppfølging_start", "oppfølging_fra", "observert_fra", "start"),
    "follow_up_end": ("oppfølging_slutt", "oppfølging_til", "observert_til", "slutt"),
    "end_reason": ("sluttårsak", "årsak_slutt", "avslutningsårsak"),
    "group": ("gruppe", "pasientgruppe", "diagnosegruppe"),
    "municipality": ("kommune", "bydel", "kommunenummer", "partner"),
    "arm": (),
    "offered": ("tilbudt",),
    "accepted": ("takket_ja", "akseptert"),
    "started": ("startet", "begynt"),
}
EVENTS: Mapping[str, tuple[str, ...]] = {
    "person_id": PERSONS["person_id"],
    "date": ("dato", "hendelsesdato"),
    "type": ("hendelsestype", "hendelse"),
    "quantity": ("mengde", "antall", "verdi"),
    "index_event": ("indekshendelse",),
    "event_id": ("hendelses_id", "hendelse_id"),
}
_MOST_SHOWN = 60


def located(
    place: Place,
    found: Sequence[str],
    known: Mapping[str, tuple[str, ...]],
    renamed: Mapping[str, str],
    required: Sequence[str],
) -> dict[str, int]:
    """Find the position of each column of ours that the table has.

    Parameters
    ----------
    found : sequence of str
        Names of the columns as written.
    known : mapping
        Our names, with other names each may have.
    renamed : mapping
        Our name -> the name that the configuration says it has.
    required : sequence of str
        Those that must be there.

    Raises
    ------
    ExtractError
        A required column is missing, or a name stands on several columns.
    """
    names = [folded(name) for name in found]
    positions: dict[str, int] = {}
    for ours, others in known.items():
        accepted = {folded(renamed[ours])} if ours in renamed else {ours, *others}
        places = [number for number, name in enumerate(names) if name in accepted]
        exact = [number for number in places if names[number] == ours]
        if len(exact) == 1:
            places = exact
        if len(places) > 1:
            place.refuse("extract.duplicate_column", column=renamed.get(ours, ours))
        if places:
            positions[ours] = places[0]
        elif ours in required or ours in renamed:
            shown = tuple(n[:_MOST_SHOWN] for n in found) if _are_names(found) else ()
            place.refuse("extract.missing_column", column=renamed.get(ours, ours), found=shown)
    return positions


def folded(name: str) -> str:
    """A name as it is compared: small letters, with underscores for spaces and hyphens.

    Examples
    --------
    >>> folded(" Follow-up start")
    'follow_up_start'
    """
    return "_".join(name.strip().casefold().replace("-", " ").split())


def _are_names(found: Sequence[str]) -> bool:
    """Whether the first line may be shown: without digits, it is hardly the row of a person."""
    return not any(character.isdigit() for name in found for character in name)
