"""What each address must answer to each kind of visitor. A new address needs one line here.

    "name of the pattern": Page("staff", about="person"),

`Page` says who is let in, and for whom nothing is there. Addresses about a person or a family are asked
for with one that is open to the account, one that it may find, a restricted one and nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from kith.access.permissions import Permission

OK = frozenset({200})
SIGN_IN = frozenset({302})
ABSENT = frozenset({404})


@dataclass(frozen=True)
class Page:
    """One address: its audience, and what those let in are answered (`seen`, `family` where theirs differs).

    `needs`: a permission without which staff find nothing there (once a record is open to them).
    `visitor`: what nobody in particular gets (asked to sign in, unless the page is public).
    `keeps`: the page may keep a challenge in the session.
    `posts`: it takes POST alone, and says so to everybody before it asks who they are.
    """

    audience: str
    about: str = ""
    needs: Permission | None = None
    seen: frozenset[int] = OK
    family: frozenset[int] | None = None
    visitor: frozenset[int] | None = None
    keeps: bool = False
    posts: bool = False


def sends(*statuses: int) -> frozenset[int]:
    return frozenset(statuses)


EXPECTED: dict[str, Page] = {
    # Signing in. Who has signed in already is sent on.
    "account_login": Page("public", seen=sends(302), visitor=OK),
    "account_logout": Page("public", visitor=sends(302)),
    "account_reauthenticate": Page("signed_in"),
    "account_inactive": Page("public"),
    "mfa_authenticate": Page("public", seen=sends(302)),
    "mfa_reauthenticate": Page("signed_in", seen=sends(302)),
    "mfa_login_webauthn": Page("public", seen=sends(302)),
    "mfa_reauthenticate_webauthn": Page("signed_in", seen=sends(302)),
    "openid_connect_login": Page("public", seen=ABSENT),
    "openid_connect_callback": Page("public"),
    "socialaccount_login_error": Page("public", seen=sends(401)),
    "socialaccount_login_cancelled": Page("public"),
    "first_password": Page("public", seen=sends(410)),
    # One's own account. Anything that matters asks first whether it is still you.
    "account_change_password": Page("signed_in"),
    "mfa_index": Page("signed_in"),
    "mfa_activate_totp": Page("signed_in", seen=sends(302), keeps=True),
    "second_step_picture": Page("signed_in", seen=sends(302)),
    "mfa_deactivate_totp": Page("signed_in", seen=ABSENT),
    "mfa_view_recovery_codes": Page("signed_in", seen=ABSENT),
    "mfa_generate_recovery_codes": Page("signed_in", seen=sends(302)),
    "mfa_download_recovery_codes": Page("signed_in", seen=ABSENT),
    "mfa_list_webauthn": Page("signed_in"),
    "mfa_add_webauthn": Page("signed_in", seen=sends(302), keeps=True),
    "mfa_remove_webauthn": Page("signed_in", seen=sends(302)),
    "my_reminders": Page("staff"),
    "calendar_feed": Page("public", seen=ABSENT, visitor=ABSENT),
    "calendar_entry": Page("staff", seen=sends(302)),
    "mfa_edit_webauthn": Page("signed_in", seen=sends(302)),
    # Staff.
    "today": Page("staff", family=sends(302)),
    "team": Page("staff", needs=Permission.ALLOCATE),
    "person": Page("staff", about="person"),
    "person_duties": Page("staff", about="person"),
    "tell_due": Page("staff", about="person", needs=Permission.RELEASE),
    "say_of_due": Page("staff", about="person", needs=Permission.WRITE_STORY, seen=ABSENT),
    "unsay_of_due": Page("staff", about="person", seen=ABSENT),
    "untell_due": Page("staff", about="person", seen=ABSENT),
    "person_homes": Page("staff", about="person"),
    "see_as_whom": Page("staff", about="person", needs=Permission.ANSWER_FOR),
    "see_as": Page("staff", about="person", needs=Permission.ANSWER_FOR),
    "show_to_family": Page("staff", about="person", needs=Permission.ANSWER_FOR, seen=ABSENT),
    "ready": Page("staff", about="person"),
    "showing": Page("staff", seen=ABSENT),
    "showing_item": Page("staff", seen=ABSENT),
    "showing_leave": Page("staff", seen=ABSENT),
    "family": Page("staff", about="family"),
    "who_has_looked": Page("staff", about="person", needs=Permission.ANSWER_FOR),
    "kept_apart": Page("staff", about="person", needs=Permission.RELEASE),
    "kept_apart_take_back": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "closed_door": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "give_reason": Page("staff", seen=ABSENT),
    "reason_looked": Page("staff", seen=ABSENT),
    "reason_seen": Page("staff", seen=ABSENT),
    "doubtful": Page("staff", needs=Permission.READ_LOGS),
    "odd_week": Page("staff", needs=Permission.READ_LOGS),
    "read_the_log": Page("staff", needs=Permission.READ_LOGS),
    # Who works with whom.
    "workers": Page("staff", about="person", needs=Permission.ALLOCATE),
    "worker_add": Page("staff", about="person", needs=Permission.ALLOCATE),
    "worker_hand_over": Page("staff", about="person", needs=Permission.ALLOCATE, seen=ABSENT),
    "worker_end": Page("staff", about="person", needs=Permission.ALLOCATE, seen=ABSENT),
    "family_workers": Page("staff", about="family", needs=Permission.ALLOCATE),
    "family_worker_add": Page("staff", about="family", needs=Permission.ALLOCATE),
    "family_worker_hand_over": Page("staff", about="family", needs=Permission.ALLOCATE, seen=ABSENT),
    "family_worker_end": Page("staff", about="family", needs=Permission.ALLOCATE, seen=ABSENT),
    "handed_yes": Page("staff", seen=sends(405)),
    # Asking for help, and the front door.
    "help_home": Page("public"),
    "help_ask": Page("public"),
    "help_worried": Page("public"),
    "help_thresholds": Page("public"),
    "help_money": Page("staff", needs=Permission.SET_MONEY),
    "help_requests": Page("staff", needs=Permission.SCREEN),
    "help_request_new": Page("staff", needs=Permission.WRITE_STORY),
    "help_request": Page("staff", seen=ABSENT),
    "help_take": Page("staff", needs=Permission.SCREEN, seen=sends(405)),
    "help_asker": Page("staff", seen=sends(405)),
    "help_asked_for": Page("staff", needs=Permission.WRITE_STORY),
    "help_told": Page("staff", seen=sends(405)),
    "help_family_told": Page("staff", seen=sends(405)),
    "help_close": Page("staff", seen=sends(405)),
    "help_decide": Page("staff", needs=Permission.SCREEN, seen=ABSENT),
    "help_letter": Page("staff", seen=ABSENT),
    "help_give": Page("staff", seen=ABSENT),
    "help_people": Page("staff", needs=Permission.EDIT_PERSON, seen=ABSENT),
    "help_answer": Page("staff", seen=ABSENT),
    "family_help": Page("staff", about="family"),
    "family_answers": Page("staff", about="family", seen=ABSENT),
    "family_help_form": Page("staff", about="family", seen=ABSENT),
    "family_lead": Page("staff", about="family", needs=Permission.ALLOCATE, seen=ABSENT),
    # Restricted records, and the two who open one.
    "restrict_person": Page("staff", about="person", needs=Permission.RESTRICT),
    "restricted": Page("staff", needs=Permission.UNMASK),
    "restricted_decide": Page("staff", needs=Permission.UNMASK, seen=ABSENT),
    # People: find, add, record, link.
    "people_find": Page("staff"),
    "people_new": Page("staff", needs=Permission.CREATE_PERSON, seen=sends(302)),
    "people_duplicates": Page("staff", needs=Permission.LINK_IDENTITY),
    "people_about": Page("staff", about="person"),
    "people_record": Page("staff", about="person", seen=ABSENT),
    "people_end_tie": Page("staff", about="person", seen=ABSENT),
    "people_take_out": Page("staff", about="person", seen=ABSENT),
    "people_link": Page("staff", about="person", needs=Permission.LINK_IDENTITY),
    "people_link_undo": Page("staff", about="person", seen=ABSENT),
    # The plan: in the walk's world nobody has one yet.
    "plan": Page("staff", about="person"),
    "plan_start": Page("staff", about="person", needs=Permission.PLAN),
    "plan_add_goal": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_add_step": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_add_strength": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_add_change": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_line": Page("staff", about="person", seen=ABSENT),
    "plan_progress": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_answer": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_reword": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_done": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_not_done": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_assign": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_reached": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_drop": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_met": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_agree": Page("staff", about="person", needs=Permission.AGREE_PLAN, seen=ABSENT),
    "plan_review": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_basis": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_end": Page("staff", about="person", needs=Permission.PLAN, seen=ABSENT),
    "plan_versions": Page("staff", about="person", seen=ABSENT),
    "plan_share": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "plan_share_partner": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "plan_take_back": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    # The story: write it, read it, release it.
    "story": Page("staff", about="person"),
    "story_csv": Page("staff", about="person", needs=Permission.RELEASE),
    "story_not_told": Page("staff", about="person", needs=Permission.START_NOT_YET_TOLD),
    "story_told": Page("staff", about="person", seen=ABSENT),
    "story_document_new": Page("staff", about="person", needs=Permission.WRITE_STORY),
    "story_event": Page("staff", about="person", seen=ABSENT),
    "story_release": Page("staff", about="person", seen=ABSENT),
    "story_withdraw": Page("staff", about="person", seen=ABSENT),
    "story_correct": Page("staff", about="person", seen=ABSENT),
    "story_upload": Page("staff", about="person", seen=ABSENT),
    "story_download": Page("staff", about="person", seen=ABSENT),
    "story_read": Page("staff", about="person", seen=ABSENT),
    "words_to_duty": Page("staff", seen=ABSENT),
    "story_write": Page("staff", about="person", seen=ABSENT),
    "story_share": Page("staff", about="person", seen=ABSENT),
    "story_discard": Page("staff", about="person", seen=ABSENT),
    "draft_save": Page("staff", seen=ABSENT),
    "draft_state": Page("staff"),
    # Words that hurt, and other words.
    "other_words": Page("staff"),
    "other_words_list": Page("staff"),
    "other_words_new": Page("staff", needs=Permission.SET_WORDS),
    "other_words_change": Page("staff", needs=Permission.SET_WORDS, seen=ABSENT),
    "other_words_end": Page("staff", needs=Permission.SET_WORDS, seen=ABSENT),
    # The family's own decisions.
    "family_meetings": Page("staff", about="person"),
    "offer_meeting": Page("staff", about="person", needs=Permission.OFFER_MEETING),
    "exempt_meeting": Page("staff", about="person", needs=Permission.EXEMPT_MEETING),
    "meeting_answer": Page("staff", about="person", needs=Permission.OFFER_MEETING, seen=ABSENT),
    "meeting_share": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "meeting_coordinator": Page("staff", about="person", needs=Permission.OFFER_MEETING, seen=ABSENT),
    "meeting_part": Page("staff", about="person", needs=Permission.AGREE_PLAN, seen=ABSENT),
    "risk_seen": Page("staff", seen=ABSENT),
    "coordinating": Page("staff", needs=Permission.COORDINATE),
    "coordinating_one": Page("staff", needs=Permission.COORDINATE, seen=ABSENT),
    "coordinating_do": Page("staff", needs=Permission.COORDINATE, seen=ABSENT),
    "coordinating_person": Page("staff", needs=Permission.COORDINATE, seen=ABSENT),
    "coordinating_person_do": Page("staff", needs=Permission.COORDINATE, seen=ABSENT),
    "coordinating_invite": Page("staff", needs=Permission.COORDINATE, seen=ABSENT),
    "coordinating_letter": Page("staff", needs=Permission.COORDINATE, seen=ABSENT),
    # The law, as it stands in Kith.
    "accountability": Page("staff", needs=Permission.SEE_ACCOUNTABILITY),
    "accountability_list": Page("staff", needs=Permission.SEE_ACCOUNTABILITY),
    "accountability_csv": Page("staff", needs=Permission.SEE_ACCOUNTABILITY),
    "insight": Page("staff", needs=Permission.SEE_ACCOUNTABILITY),
    "insight_list": Page("staff", needs=Permission.SEE_ACCOUNTABILITY),
    "insight_csv": Page("staff", needs=Permission.SEE_ACCOUNTABILITY),
    "insight_measure": Page("staff", needs=Permission.SEE_ACCOUNTABILITY, seen=ABSENT),
    "law": Page("staff"),
    "law_csv": Page("staff"),
    "law_area": Page("staff", seen=ABSENT),
    "law_changes": Page("staff"),
    "law_settings": Page("staff"),
    "law_set_promise": Page("staff", needs=Permission.SET_DUTIES, seen=ABSENT),
    "law_set_time": Page("staff", needs=Permission.SET_DUTIES, seen=ABSENT),
    # What the rules of the returns find, and rows of returns that wait to be settled.
    "returns_findings": Page("staff", needs=Permission.READ_AGGREGATES),
    "returns_findings_figures": Page("staff", needs=Permission.READ_AGGREGATES),
    "returns_findings_notes": Page("staff", needs=Permission.WRITE_RETURNS),
    "returns_findings_rule": Page("staff", needs=Permission.WRITE_RETURNS),
    "returns_finding": Page("staff", needs=Permission.WRITE_RETURNS, seen=ABSENT),
    "returns_items": Page("staff", needs=Permission.READ_AGGREGATES),
    "returns_mend": Page("staff", needs=Permission.EDIT_PERSON),
    "returns_waiting": Page("staff", needs=Permission.WRITE_RETURNS),
    "returns_row": Page("staff", needs=Permission.WRITE_RETURNS, seen=ABSENT),
    "person_mend": Page("staff", about="person", needs=Permission.EDIT_PERSON),
    "person_finding": Page("staff", about="person", seen=ABSENT),
    "person_facts": Page("staff", about="person", needs=Permission.EDIT_PERSON),
    "person_fact_new": Page("staff", about="person", seen=ABSENT),
    "person_fact": Page("staff", about="person", seen=ABSENT),
    "person_episode_place": Page("staff", about="person", seen=ABSENT),
    "person_settle": Page("staff", about="person", needs=Permission.EDIT_PERSON),
    "person_settle_row": Page("staff", about="person", seen=ABSENT),
    # Enquiries into harm, and before court.
    "enquiries": Page("staff", about="person", needs=Permission.PROTECT),
    "enquiry_begin": Page("staff", about="person", needs=Permission.PROTECT),
    "enquiry_decide": Page("staff", about="person", needs=Permission.PROTECT, seen=ABSENT),
    "enquiry_answer": Page("staff", about="person", needs=Permission.PROTECT, seen=ABSENT),
    "enquiry_conference": Page("staff", about="person", needs=Permission.PROTECT, seen=ABSENT),
    "before_court": Page("staff", about="person", needs=Permission.PROTECT),
    "ask_a_court": Page("staff", about="person", needs=Permission.PROTECT),
    "before_court_step": Page("staff", about="person", needs=Permission.PROTECT, seen=ABSENT),
    "in_court_step": Page("staff", about="person", needs=Permission.PROTECT, seen=ABSENT),
    # Letters.
    "letters": Page("staff", about="person", needs=Permission.RELEASE),
    "letter_new": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "letter": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "letter_chronology": Page("staff", about="person", needs=Permission.RELEASE),
    "letter_change": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "letter_check": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "letter_pdf": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "letter_docx": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "letter_open": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "letter_close": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "letter_failed": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "my_letters": Page("family"),
    "my_letter": Page("family", seen=ABSENT),
    "own_routes": Page("staff", about="person", needs=Permission.RELEASE),
    "my_route_end": Page("family", seen=ABSENT),
    "letter_paper": Page("staff", about="person", needs=Permission.RELEASE, seen=ABSENT),
    "letters_to_post": Page("staff", needs=Permission.RELEASE),
    "letter_templates": Page("staff", needs=Permission.SET_LETTERS),
    "letter_template": Page("staff", needs=Permission.SET_LETTERS, seen=ABSENT),
    # The administrator.
    "accounts": Page("staff", needs=Permission.MANAGE_ACCOUNTS),
    "account_new": Page("staff", needs=Permission.MANAGE_ACCOUNTS),
    "roles_waiting": Page("staff", needs=Permission.AGREE_ROLE),
    "role_answered": Page("staff", needs=Permission.AGREE_ROLE, seen=sends(405)),
    "account_manage": Page("staff", needs=Permission.MANAGE_ACCOUNTS),
    "account_dates": Page("staff", needs=Permission.MANAGE_ACCOUNTS),
    "account_home": Page("staff", needs=Permission.MANAGE_ACCOUNTS),
    # The account of the round is a family's, which takes no other role.
    "account_role": Page("staff", needs=Permission.MANAGE_ACCOUNTS, seen=ABSENT),
    "account_end": Page("staff", needs=Permission.MANAGE_ACCOUNTS, seen=sends(405)),
    "account_second_step": Page("staff", needs=Permission.MANAGE_ACCOUNTS, seen=sends(405)),
    "account_link": Page("staff", needs=Permission.MANAGE_ACCOUNTS, seen=sends(405)),
    # Families, young people and carers.
    "my": Page("family"),
    "my_by_when": Page("family"),
    "my_plan": Page("family"),
    "my_plan_line": Page("family", seen=ABSENT),
    "my_looked": Page("family"),
    "my_sign_in": Page("family"),
    "my_advice": Page("family"),
    "my_words": Page("family"),
    "my_words_save": Page("family", seen=ABSENT),
    "my_words_state": Page("family"),
    "my_story": Page("family"),
    "my_story_item": Page("family", seen=ABSENT),
    "my_document": Page("family", seen=ABSENT),
    "my_complain": Page("family"),
    "my_meetings": Page("family"),
    "my_offer": Page("family", seen=ABSENT),
    "my_invitation": Page("family", seen=ABSENT),
    "my_invitation_calendar": Page("family", seen=ABSENT),
    "my_thoughts": Page("family", seen=ABSENT),
}
