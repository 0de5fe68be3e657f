"""Kithshire's local offers: both whole, plain to read, with numbers of fiction, and published with who was asked."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kith.core.acting import acting
from kith.design.reading_age import age_to_read
from kith.offer.models import OfferKind
from kith.offer.offers.calling import calling
from kith.offer.offers.headings import headings
from kith.offer.offers.personal import Answers, worked_out
from kith.offer.offers.published import in_force
from kith.pages.easy.pictures import PICTURES
from tests.demo.loading.test_its_directory import FICTION

pytestmark = pytest.mark.database


def test_both_offers_are_published_whole(make: Callable[..., dict[str, int]]) -> None:
    from django.utils import timezone

    assert make()["offer_offerversion"] == 2
    today = timezone.localdate()
    with acting(None, read_only=True):
        held = in_force(today)
    assert set(held) == set(OfferKind.values)
    for kind, offer in held.items():
        assert [each.code for each in offer.sections] == [each.code for each in headings(kind)]
        for each in offer.sections:
            assert (age_to_read(each.words) or 0) <= 11, (kind, each.code)
            assert {name for name, _ in each.easy} <= set(PICTURES), each.code
        assert offer.has_easy
        assert FICTION.fullmatch(offer.phone)
        assert not re.search(r"[\w.]+@", str(offer))
        assert calling(offer.hours, timezone.now()).words
        assert {each.group for each in offer.asked} | {group for group, _ in offer.not_asked} == {
            "Children and young people", "Carers", "Parents and families", "Groups that speak for them",
        }  # fmt: skip
        assert all(each.did for each in offer.asked)
    grandmother = worked_out(Answers("family", ("5",), "no", ("money",)), held["kinship"].promises, today)
    assert "Starter money" in {each.name for each in grandmother.now}
