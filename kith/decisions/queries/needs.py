"""What one person of the network still needs from the coordinator, first things first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kith.decisions.due import check_by
from kith.decisions.models import FamilyMeeting, NetworkPerson, Prepared, PrivateCheck
from kith.decisions.models.network import Advocate, CheckWhen, MayAsk, NetworkPart, Orders, SafeHow
from kith.design.dates import plain_date


def needs_of(
    meeting: FamilyMeeting,
    row: NetworkPerson,
    *,
    ready: Prepared | None,
    asked: bool,
    answered: bool,
    checks: Sequence[PrivateCheck],
) -> list[str]:
    """In words, for the coordinator alone. Of somebody who is never to be asked nothing is needed."""
    if row.may_ask == MayAsk.NEVER:
        return []
    found = []
    if any(each.withdrawn for each in checks):
        found.append("took back that they agreed: nobody else is told")
    if row.may_ask == MayAsk.NOT_YET:
        return [*found, "may they be asked?"]
    if row.may_ask == MayAsk.ONLY_IF and row.only_if_agreed_on is None:
        return [*found, "somebody has to agree first"]
    return [
        *found,
        *_getting_ready(row, ready),
        *_alone(meeting, row, checks),
        *_asking(meeting, ready, asked, answered),
    ]


def _getting_ready(row: NetworkPerson, ready: Prepared | None) -> Iterator[str]:
    if row.orders == Orders.NOT_CHECKED:
        yield "court orders and bail"
    if ready is None or ready.prepared_on is None:
        yield "getting ready"
    if row.part == NetworkPart.CHILD and (ready is None or ready.advocate == Advocate.NOT_OFFERED):
        yield "an advocate, offered"


def _alone(meeting: FamilyMeeting, row: NetworkPerson, checks: Sequence[PrivateCheck]) -> Iterator[str]:
    """The private word with each child and each adult who was hurt: before, and within two working days after."""
    asked = {each.when for each in checks}
    if row.part == NetworkPart.OTHER:
        return
    if meeting.held_on is None and CheckWhen.BEFORE not in asked:
        yield "a private word before"
    if meeting.held_on is not None and CheckWhen.AFTER not in asked:
        yield f"a private word after, by {plain_date(check_by(meeting.held_on))}"


def _asking(meeting: FamilyMeeting, ready: Prepared | None, asked: bool, answered: bool) -> Iterator[str]:
    if meeting.held_on is not None or (ready is not None and ready.safe_how == SafeHow.NOT_THERE):
        return
    if not asked:
        yield "an invitation"
    elif not answered:
        yield "an answer"
