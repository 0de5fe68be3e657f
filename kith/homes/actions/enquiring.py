"""The road to fostering: from the first question to approval, or to where it stopped.

Source: Fostering Services (England) Regulations 2011 regs 26-28; a panel may stop being needed (consultation of
February 2026), so whether one is stands in dated rows.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.access.permissions import Permission
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.design.text import safe_text
from kith.homes.actions.common import home_for, keeping, not_to_come
from kith.homes.models import Enquiry, EnquiryStep, HomeKind, PanelRule, Stage, WhyStopped
from kith.homes.queries.funnel import STAGES, panel_needed
from kith.story.writing import clean_text


@action("homes.enquire")
def enquire(
    *, by: Actor, name: str, on: date, phone: str = "", heard_from: str = "", could_offer: str = ""
) -> UUID:
    """Somebody asked about fostering; the id.

    Raises NotPermittedError; CannotBeError without a name, for a day to come.
    """
    keeping(by)
    if not safe_text(name):
        raise CannotBeError("Say what they call themselves.", field="name")
    not_to_come(on)
    made = Enquiry(
        name=safe_text(name)[:120],
        phone=safe_text(phone)[:40],
        on=on,
        heard_from=safe_text(heard_from)[:80],
        could_offer=clean_text(could_offer).strip()[:300],
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    EnquiryStep(enquiry=made, stage=Stage.ENQUIRY, on=on, recorded_by=by.id).save(force_insert=True)
    concerns([], enquiry=made.id)
    return made.id


@action("homes.move_on")
def move_on(
    *,
    by: Actor,
    enquiry: UUID,
    stage: str,
    on: date,
    why: str = "",
    said: str = "",
    home: UUID | None = None,
) -> None:
    """They came to a stage, or stopped. Approved needs the home that it became, with an approval that holds.

    Raises NotPermittedError; CannotBeError for a day to come or before the last stage, a stage that was passed, one
    that skips the panel where a panel is needed, and stopping without a reason.
    """
    keeping(by)
    found = Enquiry.objects.filter(id=enquiry).first()
    if found is None:
        raise NotPermittedError("There is no enquiry like this.")
    came, steps = Stage(stage), list(EnquiryStep.objects.filter(enquiry=found))
    last = max(steps, key=lambda each: (each.on, STAGES.index(each.stage)))
    not_to_come(on)
    if last.stage in {Stage.STOPPED, Stage.APPROVED}:
        raise CannotBeError("This road has ended. Write down a new enquiry.", field="stage")
    if STAGES.index(came) <= STAGES.index(last.stage):
        raise CannotBeError("They passed this stage already.", field="stage")
    if on < last.on:
        raise CannotBeError(f"The stage before was on {last.on:%-d %B %Y}.", field="on")
    if came is Stage.STOPPED and not why:
        raise CannotBeError("Choose why it stopped.", field="why")
    if came is Stage.APPROVED:
        if panel_needed(on) and last.stage != Stage.PANEL:
            raise CannotBeError("A panel has to look at it first.", field="stage")
        _became(found, home, on)
    EnquiryStep(
        enquiry=found,
        stage=came,
        on=on,
        why=WhyStopped(why).value if came is Stage.STOPPED else "",
        words=clean_text(said).strip()[:1000],
        recorded_by=by.id,
    ).save(force_insert=True)
    concerns([], enquiry=found.id, stage=came.value)


@action("homes.tie_enquiry")
def tie_enquiry(*, by: Actor, enquiry: UUID, home: UUID) -> None:
    """Whoever asked has a home in the register, before it is decided: what is due to them is due to its carers.

    Raises NotPermittedError; CannotBeError of a home that is none of carers', or that came of another enquiry.
    """
    keeping(by)
    found, place = Enquiry.objects.filter(id=enquiry).first(), home_for(home)
    if found is None:
        raise NotPermittedError("There is no enquiry like this.")
    if place.kind != HomeKind.FOSTER or place.enquiries.exclude(id=found.id).exists():
        raise CannotBeError("This is no foster home, or it came of another enquiry.", field="home")
    found.home = place
    found.save(update_fields=["home"])
    concerns([], enquiry=found.id, home=home)


@action("homes.set_panel_rule")
def set_panel_rule(*, by: Actor, starts_on: date, needed: bool, source_of_law: str) -> None:
    """Whether a panel is needed from a day on, and what says so.

    Raises NotPermittedError; CannotBeError without a source.
    """
    keeping(by, Permission.APPROVE_CARERS)
    if not safe_text(source_of_law):
        raise CannotBeError("Say what says so: the law, guidance or our own policy.", field="source_of_law")
    if PanelRule.objects.filter(starts_on=starts_on).exists():
        raise CannotBeError("Something is set for that day already.", field="starts_on")
    PanelRule(
        starts_on=starts_on, needed=needed, source_of_law=safe_text(source_of_law)[:200], recorded_by=by.id
    ).save(force_insert=True)
    concerns([], starts_on=starts_on.isoformat(), needed=needed)


def _became(enquiry: Enquiry, home: UUID | None, on: date) -> None:
    if home is None:
        raise CannotBeError("Choose the home that it became.", field="home")
    found = home_for(home)
    if not found.approvals.filter(starts_on__lte=on).exclude(ends_on__lte=on).exists():
        raise CannotBeError("Nobody has decided on an approval of this home yet.", field="home")
    enquiry.home = found
    enquiry.save(update_fields=["home"])
