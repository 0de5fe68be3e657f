"""The mix of requests: the same for the same seed, half of the searches for common surnames."""

from __future__ import annotations

from collections import Counter
from urllib.parse import parse_qs, urlsplit

import pytest

from kith.bench.filling.words import COMMON
from kith.bench.mix import KINDS, Reader, alone, mix

READERS = [Reader("one", ("a", "b")), Reader("two", ("c",))]


def test_the_same_seed_gives_the_same_mix_and_another_does_not() -> None:
    assert mix(READERS, 200, 1) == mix(READERS, 200, 1)
    assert mix(READERS, 200, 1) != mix(READERS, 200, 2)


def test_every_kind_of_page_is_in_the_mix() -> None:
    found = Counter(each.kind for each in mix(READERS, 2000, 1))
    assert set(found) == set(KINDS)
    assert min(found.values()) > 200


def test_the_sign_in_page_is_asked_for_by_a_visitor_and_all_others_by_a_reader() -> None:
    for each in mix(READERS, 500, 1):
        assert bool(each.session) == (each.kind != "sign-in")


def test_nobody_asks_for_a_person_who_is_not_theirs() -> None:
    theirs = {reader.session: reader.people for reader in READERS}
    for each in alone("person", READERS, 200, 1):
        assert each.path.split("/")[2] in theirs[each.session]


def test_half_of_the_searches_are_for_a_common_surname() -> None:
    asked = [parse_qs(urlsplit(each.path).query)["q"][0] for each in alone("find", READERS, 2000, 1)]
    common = sum(1 for each in asked if each.split()[-1] in COMMON)
    assert 0.45 < common / len(asked) < 0.55


def test_a_mix_needs_somebody_to_open() -> None:
    with pytest.raises(ValueError, match="readers"):
        mix([Reader("one", ())], 10, 1)
