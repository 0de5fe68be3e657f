"""A worker says where an episode is: kept with its history, and for those alone who may know it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from psycopg.types.range import DateRange

from kith.care.actions import doubts_about, record_place
from kith.care.models import Episode, EpisodePlace
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.core.labels import Label
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
HOME = "KH1 1AD"


def stays(child: Any, *postcodes: str) -> list[Episode]:
    """Episodes of a month each from January 2024, as a return told them, in these homes; blank is not known."""
    made = []
    for month, postcode in enumerate(postcodes, 1):
        first, last = date(2024, month, 1), date(2024, month + 1, 1)
        stay = Episode.objects.using(make.OWNER).create(
            person=child, started_on=first, ceased_on=last, during=DateRange(first, last, "[)"),
            legal_status="C2", placement_type="U1", source="ssda903",
        )  # fmt: skip
        EpisodePlace.objects.using(make.OWNER).create(
            episode=stay, person=child, placement_postcode=postcode, source="ssda903"
        )
        made.append(stay)
    return made


def say(worker: Any, child: Any, stay: Episode, postcode: str = "", **more: str) -> UUID:
    with acting(make.actor(worker)):
        return record_place(
            by=make.actor(worker), person=child.id, persons=[child.id], episode=stay.id,
            placement_postcode=postcode, **more,
        )  # fmt: skip


def same(child: Any) -> list[bool | None]:
    rows = Episode.objects.using(make.OWNER).filter(person=child).order_by("started_on")
    return list(rows.values_list("same_home_as_before", flat=True))


def worker_of(child: Any, role: str = "social_worker", **more: Any) -> Any:
    account = make.account(role)
    make.involved(account, child, role="social_worker", **more)
    return account


def test_it_is_the_worker_s_with_what_was_said_before_in_its_history() -> None:
    child = make.person()
    (stay,) = stays(child, "KH9 9AD")
    say(worker_of(child), child, stay, "kh1 1ad", urn="1234567", home_postcode="KH2 2AD")
    place = EpisodePlace.objects.using(make.OWNER).get(episode=stay)
    assert (place.placement_postcode, place.home_postcode, place.urn) == (HOME, "KH2 2AD", "1234567")
    assert place.source == "worker"
    events = EpisodePlace._meta.get_field("id").model.pgh_event_model.objects.using(make.OWNER)
    assert [each.placement_postcode for each in events.all()] == ["KH9 9AD"]


def test_the_law_is_told_anew_whether_they_stayed_in_this_home_and_the_next() -> None:
    child = make.person()
    first, second, _third = stays(child, HOME, "", HOME)
    worker = worker_of(child)
    say(worker, child, second, HOME)
    assert same(child) == [None, True, True]
    say(worker, child, second, "KH3 3AD")
    assert same(child) == [None, False, False]
    say(worker, child, first, "KH3 3AD")
    assert same(child) == [None, True, False]
    # Two homes at one postcode are two homes where their numbers differ.
    say(worker, child, first, "KH3 3AD", urn="1234567")
    assert same(child) == [None, False, False]


@pytest.mark.parametrize(
    "homes", [("KH1 1AD", "KH1 1AD", "KH2 2AD"), ("", "KH1 1AD", ""), ("KH1 1AD", "", "KH1 1AD")]
)
def test_a_load_and_a_worker_work_it_out_alike(homes: tuple[str, ...], kith_database: None) -> None:
    from django.db import connections, transaction

    from kith.returns.load.same_home import afresh

    child = make.person()
    made = stays(child, *homes)
    say(worker_of(child), child, made[0], homes[0])
    ours = same(child)
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT set_config('kith.migrating', 'on', false)")
        Episode.objects.using(make.OWNER).filter(person=child).update(same_home_as_before=None)
        with transaction.atomic(using=make.OWNER):
            afresh(cursor, child.id)  # type: ignore[arg-type]
    assert ours == same(child)


def test_what_is_odd_is_kept_as_it_was_typed_and_doubted_on_the_page() -> None:
    child = make.person()
    (stay,) = stays(child, "")
    client = signed_in(worker_of(child))
    here = f"/people/{child.id}/facts/care_episode/{stay.id}/place/"
    sent = client.post(here, {"placement_postcode": "not known", "urn": "SC12"}, follow=True)
    said = words_of(sent)
    assert "The postcode of the home they live in has an unusual shape" in said
    assert "has seven digits" in said
    place = EpisodePlace.objects.using(make.OWNER).get(episode=stay)
    assert (place.placement_postcode, place.urn) == ("NOT KNOWN", "SC12")
    assert doubts_about(home_postcode="", placement_postcode=HOME, urn="XXXXXXX") == ()


def test_it_goes_nowhere_but_into_its_own_table() -> None:
    from django.db import connections

    child = make.person()
    (stay,) = stays(child, "")
    say(worker_of(child), child, stay, "KH7 7ZZ", urn="7654321", home_postcode="KH8 8ZZ")
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT title || facts::text FROM story_event UNION ALL SELECT summary::text FROM core_auditentry"
        )
        told = " ".join(str(row) for row in cursor.fetchall())
    assert "Where the home is" in told
    for secret in ("KH7", "KH8", "7654321"):
        assert secret not in told


def test_who_may_not_know_where_a_child_lives_finds_no_page_and_writes_nothing() -> None:
    child, other = make.person(), make.person("Bo")
    (stay,) = stays(child, HOME)
    blind = worker_of(child, label_mask=int(Label.NORMAL))
    here = f"/people/{child.id}/facts/care_episode/{stay.id}/place/"
    client = signed_in(blind)
    assert client.get(here).status_code == 404
    assert client.get(f"/people/{child.id}/facts/care_episode/{stay.id}/").status_code == 200
    pages = client.get(f"/people/{child.id}/facts/").content.decode()
    pages += client.get(f"/people/{child.id}/facts/care_episode/{stay.id}/").content.decode()
    assert "place/" not in pages
    with pytest.raises(NotPermittedError):
        say(blind, child, stay, "KH2 2AD")
    with pytest.raises(NotPermittedError):
        say(worker_of(child, role="partner"), child, stay, "KH2 2AD")
    with pytest.raises(CannotBeError):
        say(worker_of(other), other, stay, "KH2 2AD")
    # Nor is the episode said to be in another home by somebody to whom no home is open.
    client.post(f"/people/{child.id}/facts/care_episode/{stay.id}/", {
        "started_on_day": "1", "started_on_month": "1", "started_on_year": "2024", "legal_status": "C2",
    })  # fmt: skip
    assert EpisodePlace.objects.using(make.OWNER).get().placement_postcode == HOME


def test_where_they_came_from_is_not_asked_again_for_the_next_home() -> None:
    child = make.person()
    first, second = stays(child, HOME, HOME)
    EpisodePlace.objects.using(make.OWNER).filter(episode=first).update(home_postcode="KH5 5AD")
    client = signed_in(worker_of(child))
    here = f"/people/{child.id}/facts/care_episode/{second.id}/place/"
    # What is recorded of the second stands, blank or not; where nothing is, the answer before is offered.
    assert "KH5 5AD" not in client.get(here).content.decode()
    EpisodePlace.objects.using(make.OWNER).filter(episode=second).delete()
    assert 'value="KH5 5AD"' in client.get(here).content.decode()
    Episode.objects.using(make.OWNER).filter(id=second.id).update(reason_new_episode="S")
    assert "KH5 5AD" not in client.get(here).content.decode()
    assert not EpisodePlace.objects.using(make.OWNER).filter(episode=second).exists()


def test_a_new_time_looked_after_leads_on_to_where_it_is() -> None:
    child = make.person()
    client = signed_in(worker_of(child))
    typed = {f"started_on_{part}": said for part, said in (("day", "1"), ("month", "6"), ("year", "2026"))}
    sent = client.post(f"/people/{child.id}/facts/care_episode/", typed | {"legal_status": "C2"})
    made = Episode.objects.using(make.OWNER).get(person=child)
    assert sent["Location"] == f"/people/{child.id}/facts/care_episode/{made.id}/place/"
    # Of a correction nobody is led anywhere: the page is a link away.
    again = client.post(f"/people/{child.id}/facts/care_episode/{made.id}/", typed | {"legal_status": "C2"})
    assert again["Location"] == f"/people/{child.id}/mend/"
