"""What a carer asks about a payment, the answer, and what was paid too much: told, asked, agreed, let be."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.text import safe_text
from kith.law.calendar import add_working_days
from kith.marked import marked
from kith.money.models import OverpaidState, Overpayment, PaymentQuestion
from kith.story.writing import clean_text

ANSWERED_IN = 5
"""Working days within which a question about money is answered: this council's own promise, not a law."""
KEPT = "the carer reads it with their payments"


@action("money.ask")
def ask(*, by: Actor, person: UUID, words: str) -> date:
    """A carer asks about their money; the day by which they have an answer. Raises NotPermittedError, CannotBeError."""
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS, persons=[person])
    said = clean_text(words).strip()[:1000]
    if not said:
        raise CannotBeError(marked("Write what you want to know."), field="words")
    due = add_working_days(timezone.localdate(), ANSWERED_IN)
    made = PaymentQuestion(
        person_id=person, words=said, answer_by=due, recorded_by=by.id, source=Source.FAMILY
    )
    made.save(force_insert=True)
    concerns([person], question=made.id, answer_by=due.isoformat())
    nothing_to_tell(KEPT)
    return due


@action("money.answer")
def answer(*, by: Actor, question: UUID, words: str) -> None:
    """Answer it. Raises NotPermittedError; CannotBeError without words."""
    tell.permit(by=by, permission=Permission.PREPARE_PAYMENTS)
    found = PaymentQuestion.objects.filter(id=question, answer="").first()
    if found is None:
        raise NotPermittedError("There is no such question, or it is answered already.")
    said = clean_text(words).strip()[:1000]
    if not said:
        raise CannotBeError("Write the answer.", field="words")
    found.answer, found.answered_at, found.answered_by = said, timezone.now(), by.id
    found.save(update_fields=["answer", "answered_at", "answered_by"])
    concerns([found.person_id], question=question)
    nothing_to_tell(KEPT)


@action("money.tell_overpaid")
def tell_overpaid(*, by: Actor, overpayment: UUID, words: str) -> None:
    """Tell them that too much was paid, how it came about, and ask what they say. From then on they see it.

    Raises NotPermittedError; CannotBeError without words.
    """
    tell.permit(by=by, permission=Permission.PREPARE_PAYMENTS)
    found = _open(overpayment, OverpaidState.FOUND)
    said = clean_text(words).strip()[:600]
    if not said:
        raise CannotBeError("Say how it came about. They read these words.", field="words")
    found.state, found.told_on, found.told_words = OverpaidState.TOLD, timezone.localdate(), said
    found.save(update_fields=["state", "told_on", "told_words"])
    _kept(found)


@action("money.answer_overpaid")
def answer_overpaid(
    *, by: Actor, overpayment: UUID, words: str, hardship: bool, each_time_pence: int
) -> None:
    """The carer's own answer: what they say, whether paying back would be hardship, and how much each time.

    With hardship nothing comes off, whatever else was written. Raises NotPermittedError; CannotBeError for less than
    nothing.
    """
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
    if each_time_pence < 0:
        raise CannotBeError(marked("Write how much each time, or leave it out."), field="each_time")
    said, today = clean_text(words).strip()[:600], timezone.localdate()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT money_answer_overpaid(%s, %s, %s, %s, %s)",
            [overpayment, said, hardship, each_time_pence, today],
        )
        if not cursor.fetchone()[0]:
            raise NotPermittedError(marked("This is not yours to answer, or it is settled."))
    concerns([], overpayment=overpayment, hardship=hardship)
    nothing_to_tell(KEPT)


@action("money.let_be")
def let_be(*, by: Actor, overpayment: UUID, because: str) -> None:
    """Do not ask it back, and say why. Raises NotPermittedError; CannotBeError without a reason."""
    tell.permit(by=by, permission=Permission.AGREE_PAYMENTS)
    found = _open(overpayment, OverpaidState.FOUND, OverpaidState.TOLD, OverpaidState.AGREED)
    why = safe_text(because)[:300]
    if not why:
        raise CannotBeError("Say why it is not asked back.", field="because")
    found.state, found.why_let_be = OverpaidState.LET_BE, why
    found.save(update_fields=["state", "why_let_be"])
    _kept(found)


def _open(overpayment: UUID, *states: OverpaidState) -> Overpayment:
    found = Overpayment.objects.filter(id=overpayment, state__in=states).first()
    if found is None:
        raise NotPermittedError("There is nothing like this to do here any more.")
    return found


def _kept(found: Overpayment) -> None:
    concerns([found.person_id], overpayment=found.id, state=str(found.state))
    nothing_to_tell(KEPT)
