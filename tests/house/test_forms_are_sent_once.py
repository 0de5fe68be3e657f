"""Every form that writes draws a token, so that sending it twice does it once; every exception has its reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.walk.routes import every_route

TEMPLATES = sorted(Path("kith").glob("*/templates/**/*.html"))
FORM = re.compile(r'<form(?P<tag>[^>]*method="post"[^>]*)>(?P<inside>.*?)</form>', re.S)
# Where sending twice changes nothing, and why.
HARMLESS = {
    "sign-in and what proves who one is: each step is spent by allauth itself": re.compile(
        r"(account/(login|logout|reauthenticate|first_password|password_change|passkey)|mfa/.*|socialaccount/.*)\.html"
    ),
    "base pages: the sign-out button, and leaving at once, which signs out": re.compile(
        r"design/(base_(staff|family)|macros/family)\.html"
    ),
    "a code to sign in with: a code is spent once, and asking for another twice is limited": re.compile(
        r"(account/code_(ask|enter)|access/my_code)\.html"
    ),
    "signing out, here or everywhere, one's own page closed, codes begun and ended: twice is once": re.compile(
        r"access/my_sign_in\.html"
    ),
    "choosing a language: twice is once": re.compile(r"design/macros/language\.html"),
    "a search and what one can have, posted so that no word stands in an address: they write nothing": re.compile(
        r"(offer/(search|yours|yours_asked|widget)|advice/(library/sheets|answer|desk/today))\.html"
    ),
    "a list of services brought in twice: the second time each is as it was (offer/test_from_a_file.py)": re.compile(
        r"offer/file\.html"
    ),
    "signing in and out at the advice service's desk: twice is once": re.compile(
        r"advice/desk/(base|sign_in(_code)?)\.html"
    ),
    "a chat kept, not kept, left, taken, handed over or ended twice is so once (its lines carry tokens)": re.compile(
        r"advice/chat/(now|desk)\.html"
    ),
    "a seat in the forums taken or left twice is so once; a name joined twice is refused": re.compile(
        r"advice/forum/(join|sign_in|parts)\.html"
    ),
    "a post or sheet decided twice is refused the second time: its words, or its wait, are gone": re.compile(
        r"advice/(forum/post|library/(check|desk))\.html"
    ),
    "the gallery of parts": re.compile(r"design/gallery\.html"),
    "words kept from an ended sign-in are saved as a draft, which saving twice does not change": re.compile(
        r"story/kept_words\.html"
    ),
    "the lock before a family holds the device: locking and unlocking twice is once": re.compile(
        r"pages/showing_leave\.html"
    ),
    "words that came back while the database was gone carry the token that they were sent with": re.compile(
        r"design/errors/503\.html"
    ),
    "a sign-in link is made anew at each press, and only the newest opens": re.compile(
        r"(account/manage|access/own_page)\.html"
    ),
    "an account is made once by its name; of passwords the newest opens; a role set twice is set": re.compile(
        r"advice/accounts/(new|person|password|app)\.html"
    ),
    "what somebody takes to the advice service goes past this server, and writes nothing there": re.compile(
        r"pages/my_advice\.html"
    ),
    "a language chosen twice is the language chosen": re.compile(r"design/macros/language\.html"),
}


def forms() -> list[tuple[str, str]]:
    return [
        (str(path).split("templates/")[1], found[0])
        for path in TEMPLATES
        for found in FORM.finditer(path.read_text(encoding="utf-8"))
    ]


def test_every_form_that_writes_draws_a_token() -> None:
    assert len(forms()) > 20
    bare = [
        (name, form[:120])
        for name, form in forms()
        if "sent_once()" not in form
        and "/show/" not in form
        and "show_to_family" not in form
        and "draft_fields(" not in form
        and not any(rule.fullmatch(name) for rule in HARMLESS.values())
    ]
    assert bare == [], "add {{ sent_once() }} beside the form's csrf_input, and @once to its view"


def writing() -> list[str]:
    return [
        "people_new", "people_record", "people_end_tie", "people_take_out", "people_link", "people_link_undo",
        "people_duplicates",
        "give_reason", "reason_seen", "story_not_told", "story_told", "story_document_new", "story_upload",
        "story_release", "story_withdraw", "story_correct", "story_read", "words_to_duty",
        "story_write", "story_share", "story_discard",
        "my_words", "account_new", "account_dates", "account_end", "account_second_step", "account_home",
        "account_role",
        "worker_add", "worker_hand_over", "worker_end", "family_worker_add", "handed_yes", "restrict_person",
        "restricted", "restricted_decide", "returns_row", "person_settle_row", "returns_finding",
        "person_finding", "person_fact_new", "person_fact", "person_episode_place", "law_set_promise", "law_set_time",
        "other_words_new",
        "other_words_change", "other_words_end",
        "help_request_new", "help_take", "help_told", "help_close", "help_decide", "help_give", "help_people",
        "help_answer", "family_help_form", "family_answers", "family_lead",
        "plan_start", "plan_add_goal", "plan_add_step", "plan_answer", "plan_done", "plan_await",
        "plan_step_saw", "help_asker_saw", "restricted_name", "plan_agree", "plan_review",
        "plan_share", "plan_share_partner", "plan_take_back", "my_plan_line",
        "offer_meeting", "exempt_meeting", "meeting_answer", "meeting_share", "meeting_coordinator", "meeting_part",
        "could_care_name", "could_care_settle", "could_care_came", "could_care_challenge", "could_care_answer",
        "risk_seen", "coordinating_do", "coordinating_person_do", "coordinating_invite", "my_offer", "my_invitation",
        "my_thoughts",
        "before_court_step", "enquiry_begin", "enquiry_decide", "enquiry_conference", "enquiry_answer", "help_money",
        "ask_a_court", "letter_new", "letter_change", "letter_check", "letters_to_post", "letter_template",
        "letter_chronology", "letter_paper_new", "directory_new", "directory_change", "directory_say",
        "directory_held", "directory_handled", "letter_word_new", "word_template_new", "word_template",
    ]  # fmt: skip


@pytest.mark.parametrize("name", writing())
def test_every_view_that_takes_such_a_form_does_it_once(name: str) -> None:
    (view,) = [each.once for each in every_route() if each.name == name]
    assert view, f"{name} needs @once below its gate"
