"""A manager says who works with whom: beside, handed over, ended; and what the family sees of it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.access.allocating import actions
from kith.access.models import Account, Handed, Involvement, NotYetTold, RestrictionAllows
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people.models import FamilyMember, Person
from kith.story.models import Event
from tests.access.looking_back import released
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
TOKEN = re.compile(r'name="(?:csrfmiddlewaretoken|draft)" value="[^"]*"')


class Household:
    """Ada and her mother, a family with a lead whom both know; the lead's manager; a worker with nobody yet."""

    def __init__(self) -> None:
        self.north = make.team("North")
        self.child, self.mum = make.person("Ada", "Moss"), make.person("Mara", "Moss", born=None)
        make.tied(self.child, self.mum)
        self.family = make.family(self.child, self.mum, known_as="The Mosses")
        self.lead = make.account("lead", in_team=self.north, display_name="Rosa Lindqvist")
        self.held = Involvement.objects.using(make.OWNER).create(
            account=self.lead,
            family=self.family,
            role="lead_practitioner",
            label_mask=15,
            during=make.always(),
        )
        self.manager = make.account("manager", in_team=self.north, display_name="Mo Boss")
        self.worker = make.account("lead", in_team=self.north, display_name="Sam Hill")
        self.parent, self.young = make.account("parent"), make.account("young_person")
        make.door(self.parent, self.mum)
        make.door(self.parent, self.child, "parent")
        make.door(self.young, self.child)
        released(self.held, self.mum)
        released(self.held, self.child)
        self.page = f"/families/{self.family.id}/workers/"

    def concern(self) -> UUID:
        made = NotYetTold.objects.using(make.OWNER).create(
            persons=[self.child.id], reason="Police ask", since=timezone.now()
        )
        return made.id

    def door(self, account: Account) -> list[str]:
        client = signed_in(account)
        pages = ("/my/", "/my/story/", "/my/words/", "/my/looked/")
        return [TOKEN.sub("", client.get(each).content.decode()) for each in pages]


@pytest.fixture
def home() -> Household:
    return Household()


def day(name: str, on: date) -> dict[str, Any]:
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def today() -> date:
    return timezone.localdate()


def adds(client: Client, home: Household, page: str = "", **more: Any) -> Any:
    given = {"role": "family_support", **day("on", today()), **more}
    return client.post(f"{page or home.page}add/?worker={home.worker.id}", given, follow=True)


def hands_over(client: Client, home: Household, **more: Any) -> Any:
    given = {
        "reason": "Rosa has moved to another team",
        "family_view": "We liked Rosa.",
        "goodbye": "Both visit on Monday.",
        **day("on", today()),
        **more,
    }
    address = f"{home.page}{home.held.id}/hand-over/?worker={home.worker.id}"
    return client.post(address, given, follow=True)


def sees(account: Account) -> set[UUID]:
    with acting(make.actor(account)):
        return set(Person.objects.values_list("id", flat=True))


def works(account: Account) -> list[Involvement]:
    return list(Involvement.objects.using(make.OWNER).filter(account=account))


def test_a_worker_is_found_by_any_part_of_the_name_with_what_they_hold_and_families_are_not_found(
    home: Household,
) -> None:
    make.account("parent", display_name="Sam Hillier")
    make.account("lead", display_name="Sam Hillman", until_on=today() - timedelta(days=1))
    make.involved(home.worker, make.person("Bo"))
    with acting(make.actor(home.manager)):
        assert sees(home.manager) >= {home.child.id, home.mum.id}
    words = words_of(signed_in(home.manager).get(f"{home.page}add/?q=HILL"))
    assert "Sam Hill Family Help lead practitioner, North works with 1 now" in words
    assert "Hillier" not in words
    assert "Hillman" not in words


def test_a_worker_comes_beside_the_lead_sees_the_family_at_once_and_says_yes_on_today(
    home: Household,
) -> None:
    words = words_of(adds(signed_in(home.manager), home))
    assert "Sam Hill works with them. Their yes is asked for on Today." in words
    assert "Rosa Lindqvist Leads" in words
    assert "Has not said yes yet" in words
    assert sees(home.worker) == {home.child.id, home.mum.id}, "nothing waits for the yes"
    client = signed_in(home.worker)
    assert "The Mosses" in words_of(client.get("/")).split("Handed to me")[1].split("My people")[0]
    handed = Handed.objects.using(make.OWNER).get()
    assert signed_in(home.lead).post(f"/handed/{handed.id}/yes").status_code == 404, "nobody else's yes"
    assert client.post(f"/handed/{handed.id}/yes").status_code == 302
    assert client.post(f"/handed/{handed.id}/yes").status_code == 404
    assert "Handed to me" not in words_of(client.get("/"))
    assert "Said yes" in words_of(signed_in(home.manager).get(home.page))


def test_a_new_worker_reaches_only_the_door_of_whom_the_manager_names(home: Household) -> None:
    before = home.door(home.young)
    adds(signed_in(home.manager), home, told=[str(home.mum.id)], prepared="yes", how="On Monday's visit")
    assert "Sam Hill" in home.door(home.parent)[0]
    assert home.door(home.young) == before


def test_somebody_who_is_told_must_have_been_thought_of(home: Household) -> None:
    answer = adds(signed_in(home.manager), home, told=[str(home.mum.id)])
    assert "Say whether they have been prepared" in words_of(answer)
    assert "Say how they were prepared" in words_of(answer)
    assert works(home.worker) == []


def test_nobody_outside_the_network_is_told_even_past_the_form(home: Household) -> None:
    stranger = make.person("Dean")
    by = make.actor(home.manager)
    told = actions.Told((stranger.id,), True, "x")
    with acting(by), pytest.raises(NotPermittedError, match="family or network"):
        actions.begin_work(
            by=by, persons=[home.child.id], account=home.worker.id, role="partner", on=today(), told=told
        )
    assert works(home.worker) == []


def test_a_worker_who_comes_from_an_untold_concern_leaves_family_pages_equal_to_the_byte(
    home: Household,
) -> None:
    before = {account.id: home.door(account) for account in (home.parent, home.young)}
    concern = home.concern()
    client = signed_in(home.manager)
    assert "Does this come from something the family is not told of?" in words_of(
        client.get(f"{home.page}add/?worker={home.worker.id}")
    )
    answer = adds(client, home, role="lead_protection", concern=str(concern))
    assert "The family is not told" in words_of(answer)
    [held] = works(home.worker)
    assert held.arises_from_id == concern
    # Even a release that a fault let through opens nothing while the concern is open.
    released(held, home.mum)
    assert {account.id: home.door(account) for account in (home.parent, home.young)} == before
    assert sees(home.worker) == {home.child.id, home.mum.id}, "protection is not delayed"
    client.post(
        f"{home.page}{held.id}/end/",
        {"reason": "The enquiry is over", **day("on", today() + timedelta(days=1))},
    )
    assert works(home.worker)[0].during.upper is not None
    assert {account.id: home.door(account) for account in (home.parent, home.young)} == before
    events = Event.objects.using(make.OWNER).filter(action__in=["access.begin_work", "access.end_work"])
    assert [each.covert_id for each in events] == [concern, concern]


def test_with_an_open_concern_the_manager_must_say_whether_it_comes_from_it(home: Household) -> None:
    concern = home.concern()
    client = signed_in(home.manager)
    adds(client, home)
    assert works(home.worker) == [], "neither answer is taken for granted"
    answer = adds(client, home, concern=str(concern), told=[str(home.mum.id)], prepared="yes", how="Told her")
    assert "Tick nobody" in words_of(answer)
    assert works(home.worker) == []
    adds(client, home, concern="no")
    assert works(home.worker)[0].arises_from_id is None


def test_a_concern_that_is_not_open_any_more_makes_no_worker_whom_the_family_sees(home: Household) -> None:
    ended = home.concern()
    NotYetTold.objects.using(make.OWNER).update(ended_at=timezone.now(), ended_by=home.manager.id)
    answer = adds(signed_in(home.manager), home, role="lead_protection", concern=str(ended))
    assert "not open here any more" in words_of(answer)
    assert works(home.worker) == []


def test_a_concern_of_another_family_is_no_answer(home: Household) -> None:
    other = NotYetTold.objects.using(make.OWNER).create(
        persons=[make.person("Bo").id], reason="Other", since=timezone.now()
    )
    by = make.actor(home.manager)
    with acting(by), pytest.raises(NotPermittedError, match="no such concern"):
        actions.begin_work(
            by=by,
            persons=[home.child.id],
            account=home.worker.id,
            role="partner",
            on=today(),
            concern=other.id,
        )


def test_the_lead_is_handed_over_on_one_day_with_a_reason_that_those_who_knew_the_lead_read(
    home: Household,
) -> None:
    client = signed_in(home.manager)
    form = client.get(f"{home.page}{home.held.id}/hand-over/?worker={home.worker.id}").content.decode()
    assert form.count("checked") == 2, "those who knew Rosa are ticked"
    both = [str(home.mum.id), str(home.child.id)]
    words = words_of(hands_over(client, home, told=both, prepared="yes", how="Rosa told them herself"))
    assert "Sam Hill takes over from Rosa Lindqvist" in words
    old, new = Involvement.objects.using(make.OWNER).order_by("during")
    assert (old.during.upper, new.during.lower) == (today(), today())
    assert (old.reason_ended, new.family_id) == ("Rosa has moved to another team", home.family.id)
    assert sees(home.lead) == set()
    for account in (home.parent, home.young):
        first, story = home.door(account)[:2]
        assert "Sam Hill" in first
        assert "Rosa Lindqvist" not in first.split("Shared with you")[0], "she works with them no more"
        assert "Sam Hill takes over from Rosa Lindqvist: Rosa has moved to another team" in story
    event = Event.objects.using(make.OWNER).get(action="access.hand_over")
    assert (event.facts["family_view"], event.facts["goodbye"]) == ("We liked Rosa.", "Both visit on Monday.")
    assert "We liked Rosa." not in story, "what each thinks is not shown to the others"


def test_a_handover_without_a_reason_changes_nothing_and_keeps_what_was_typed(home: Household) -> None:
    answer = hands_over(signed_in(home.manager), home, reason=" ", how="On Monday")
    assert "On Monday" in answer.content.decode()
    assert works(home.worker) == []
    assert works(home.lead)[0].during.upper is None


@pytest.mark.parametrize("left_out", ["family_view", "goodbye"])
def test_a_lead_is_not_swapped_without_their_view_and_a_goodbye(home: Household, left_out: str) -> None:
    answer = hands_over(signed_in(home.manager), home, **{left_out: " "})
    assert "Rosa has moved to another team" in answer.content.decode()
    assert works(home.worker) == []


def test_a_second_lead_is_refused_and_nothing_is_swapped_silently(home: Household) -> None:
    answer = adds(signed_in(home.manager), home, role="lead_practitioner")
    assert "Hand over the lead instead" in words_of(answer)
    assert works(home.worker) == []


def test_who_does_not_lead_is_not_handed_over_and_the_lead_not_to_themselves(home: Household) -> None:
    beside = make.involved(make.account("partner"), home.child, role="partner")
    client = signed_in(home.manager)
    assert client.get(f"/people/{home.child.id}/workers/{beside.id}/hand-over/").status_code == 404
    by = make.actor(home.manager)
    with acting(by), pytest.raises(NotPermittedError, match="leads now"):
        actions.hand_over(
            by=by,
            persons=[home.child.id],
            involvements=[home.held.id],
            to=home.lead.id,
            on=today(),
            reason="x",
        )


def test_a_lead_who_began_today_is_not_handed_over_to_the_day_before(home: Household) -> None:
    answer = hands_over(signed_in(home.manager), home, **day("on", make.LONG_AGO))
    assert "Give a day after the work began" in words_of(answer)
    assert works(home.worker) == []


def test_ending_says_why_and_closes_the_record_that_day(home: Household) -> None:
    client = signed_in(home.manager)
    page = f"{home.page}{home.held.id}/end/"
    assert "nobody leads for them" in words_of(client.get(page))
    given = {"reason": "The plan is done", **day("on", today()), "told": [str(home.mum.id)]}
    words = words_of(
        client.post(page, {**given, "prepared": "yes", "how": "At the last meeting"}, follow=True)
    )
    assert "Rosa Lindqvist no longer works with them" in words, "said on Today: the team has nobody there now"
    assert works(home.lead)[0].reason_ended == "The plan is done"
    assert sees(home.lead) == set()
    assert "Rosa Lindqvist stopped working with them: The plan is done" in home.door(home.parent)[1]
    assert "The plan is done" not in "".join(home.door(home.young))


def test_a_person_of_the_family_who_is_hidden_from_the_manager_keeps_the_worker_and_nothing_tells(
    home: Household,
) -> None:
    hidden = make.person("Hidden")
    plain = words_of(signed_in(home.manager).get(home.page))
    limit = make.restricted(hidden)
    RestrictionAllows.objects.using(make.OWNER).create(restriction=limit, account=home.lead)
    FamilyMember.objects.using(make.OWNER).create(family=home.family, person=hidden, during=make.always())
    assert hidden.id in sees(home.lead)
    client = signed_in(home.manager)
    assert words_of(client.get(home.page)) == plain
    page = hands_over(client, home).content.decode()
    assert "Sam Hill takes over" in page
    assert sees(home.worker) == {home.child.id, home.mum.id}
    assert sees(home.lead) == {hidden.id}, "whom nobody else may see is not left alone"
    assert page.count("<dt") == 1, "one line, as for a family that is wholly open"


@pytest.mark.parametrize("role", ["lead", "social_worker", "director", "reviewing", "partner", "admin"])
def test_for_those_who_do_not_allocate_the_pages_are_not_there(home: Household, role: str) -> None:
    account = make.account(role)
    make.involved(account, home.child)
    make.involved(account, home.mum)
    client = signed_in(account)
    for page in (home.page, f"/people/{home.child.id}/workers/", f"/people/{home.child.id}/workers/add/"):
        assert client.get(page).status_code == 404
        assert client.get(page).content == client.get(f"/people/{uuid4()}/workers/add/").content or role in {
            "lead",
            "social_worker",
        }
    assert "Say who works with them" not in words_of(client.get(f"/people/{home.child.id}/"))
    by = make.actor(account)
    with acting(by), pytest.raises(NotPermittedError):
        actions.begin_work(by=by, persons=[home.child.id], account=account.id, role="partner", on=today())


def test_the_pages_cost_a_fixed_number_of_queries(home: Household) -> None:
    client = signed_in(home.manager)

    def cost(address: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return sum(1 for query in asked if query["sql"] not in {"BEGIN", "COMMIT"})

    addresses = [
        home.page,
        f"{home.page}add/?q=a",
        f"{home.page}{home.held.id}/hand-over/?worker={home.worker.id}",
    ]
    few = [cost(each) for each in addresses]
    for number in range(6):
        make.involved(
            make.account("lead", in_team=home.north, display_name=f"Anna {number}"),
            home.child,
            role="partner",
        )
        make.tied(home.child, make.person(f"Friend {number}", born=None), "friend")
    assert [cost(each) for each in addresses] == few
    assert max(few) <= 20, few
