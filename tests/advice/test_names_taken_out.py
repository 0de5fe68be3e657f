"""A name that is taken out goes with what hangs on it, however it is spelt, and from what its writer wrote elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.advice.forum.telling import marks, without
from kith.advice.models import Post, PostState, Thread
from tests.advice.seated import OWNER
from tests.advice.test_forum import asks, board, moderator, the_post, trusted

pytestmark = pytest.mark.database
SPELT = ["Keziah", "KEZIAH", "keziah's", "Keziah’s", "Keziahs", "Keziah-Mae", "Ella-Keziah", "K e z i a h", "k.e.z.i.a.h",
         "K-e-z-i-a-h", "keziah,", "(Keziah)"]  # fmt: skip


@pytest.mark.parametrize("spelt", SPELT)
def test_however_it_is_spelt(spelt: str) -> None:
    left = without(f"I miss {spelt} so much", {"Keziah": "name"})
    assert "[name]" in left
    for part in ("keziah", "mae", "ella", "k e z", "k.e", "k-e"):
        assert part not in left.lower()
    assert left.startswith("I miss ")
    assert left.endswith(" so much")


def test_words_that_only_hold_it_stay() -> None:
    assert without("an island, a plan and Ianthe", {"Ian": "name"}) == "an island, a plan and Ianthe"
    assert without("in May it may be", {"May": "date"}) == "in [day] it [day] be"


@given(st.text(max_size=200))
def test_it_ends_and_takes_nothing_from_words_without_it(text: str) -> None:
    if "z" not in text.lower() and "ſ" not in text:
        assert without(text, {"Zed": "name"}) == text


def test_a_double_name_and_a_school_in_small_letters_are_pointed_out() -> None:
    found = {(each.kind, each.words) for each in marks("Ellie-Mae goes to st marks now")}
    assert ("name", "Ellie-Mae") in found
    assert ("school", "st marks") in found


def test_it_goes_from_what_waits_and_from_what_its_writer_wrote_elsewhere_title_and_all() -> None:
    writer, other = trusted(), trusted("Old Umbrella")
    # Earlier, elsewhere: shown, for nothing in it was known for a name then.
    asks(writer, "quillon will not sleep and i do not know why", title="quillon and nights")
    elsewhere = the_post()
    assert elsewhere.state == PostState.SHOWN
    asks(writer, "i have one question more about the meeting", title="one more question")
    begun = the_post()
    thread = begun.thread_id
    other.post(
        f"/forum/parents/{thread}/", {"words": "Quillon is a nice name. Ring 07700 900123", "anyhow": "yes"}
    )
    waits = Post.objects.using(OWNER).get(state=PostState.HELD)
    moderator().post(f"/desk/forum/{begun.id}/", {"do": "show", "more": "Quillon"})
    assert "quillon" not in board().lower()
    assert "[name] and nights" in board()
    assert "[name] will not sleep" in Post.objects.using(OWNER).get(id=elsewhere.id).words
    page = moderator().get(f"/desk/forum/{waits.id}/").content.decode()
    assert "quillon" not in page.lower()
    assert "[name] is a nice name" in page
    assert all(
        "quillon" not in title.lower()
        for title in Thread.objects.using(OWNER).values_list("title", flat=True)
    )
