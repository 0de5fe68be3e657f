"""The Due page: late first, then what is still to do, then what is over, each opening into its reasoning."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def referred(child: object, days_ago: int, **more: object) -> None:
    from kith.help.models import Referral

    on = timezone.localdate() - timedelta(days=days_ago)
    Referral.objects.using(make.OWNER).create(person=child, referred_on=on, **more)


def test_it_groups_what_is_due_and_opens_each_date_into_labelled_parts_with_its_source() -> None:
    from kith.returns.models import LoadedFile

    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="-", kind="demo", collection_year="2015-16")
    for days_ago in (5, 400):
        referred(child, days_ago)
    referred(child, 800, no_further_action=True, closed_on=date(2099, 1, 1))
    page = signed_in(lead).get(f"/people/{child.id}/duties/")
    assert page.status_code == 200
    soup = BeautifulSoup(page.content, "html.parser")
    assert [each.get_text() for each in soup.select("main h2")] == ["Late (1)", "Still to do (1)", "Over (1)"]
    first = soup.select_one(".kith-due__line details")
    assert first is not None
    labels = [each.get_text() for each in first.select("dt")]
    assert labels[:3] == ["What started it", "The rule", "The sum"]
    assert {"Must it be done", "Where it is written", "How sure we are"} <= set(labels)
    source = first.select_one("dd a")
    assert source is not None
    assert str(source["href"]).startswith("https://")


def test_a_persons_page_says_the_reason_of_a_date_as_a_sentence_of_its_own() -> None:
    from kith.returns.models import LoadedFile

    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="-", kind="demo", collection_year="2015-16")
    referred(child, 5)
    soup = BeautifulSoup(signed_in(lead).get(f"/people/{child.id}/").content, "html.parser")
    said = [each.get_text() for each in soup.select(".kith-due__why")]
    assert said
    assert all(each.startswith("Why: ") for each in said[1::2])
    assert not any(each.startswith("Why: ") for each in said[::2])


def test_what_is_known_of_a_birthday_and_a_number_is_said_in_plain_words() -> None:
    from kith.people.models import Identifier

    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    Identifier.objects.using(make.OWNER).create(
        person=child, scheme="nhs", value="9990000018", trace_status="traced"
    )
    words = words_of(signed_in(lead).get(f"/people/{child.id}/about/"))
    assert "this day is sure" in words
    assert "checked with the NHS" in words
