"""The batch finds records that are one person, and leaves apart those that are not."""

from __future__ import annotations

from uuid import UUID

from kith.people.matching.model import like_pairs


def row(
    number: int, given: str, family: str, born: str | None, code: str | None = None
) -> dict[str, str | None]:
    return {
        "unique_id": str(UUID(int=number)),
        "given": given,
        "family": family,
        "given_sound": given[:2],
        "family_sound": family[:2],
        "born": born,
        "code": code,
    }


CROWD = [
    row(100 + n, f"name{n % 17}", f"fam{n % 23}", f"20{n % 20:02d}-0{1 + n % 9}-1{n % 10}")
    for n in range(200)
]


def test_two_spellings_of_one_person_are_found_and_strangers_are_not() -> None:
    rows = [
        *CROWD,
        row(1, "katherine", "ashfield", "2015-05-01"),
        row(2, "katharine", "ashfield", "2015-05-01"),
    ]
    found = [pair for pair in like_pairs(rows) if pair.one.int < 100 or pair.other.int < 100]
    assert [(pair.one.int, pair.other.int) for pair in found] == [(1, 2)]
    assert found[0].reasons == ("given name nearly the same", "same family name", "same date of birth")


def test_nobody_and_one_person_have_no_pairs() -> None:
    assert like_pairs([]) == []
    assert like_pairs([row(1, "ada", "ash", None)]) == []
