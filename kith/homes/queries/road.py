"""What is due to those who want to foster, who are in no record yet: the register of law put to their road."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.homes.models import Done, EnquiryStep, Stage
from kith.homes.models.done import APPLICANT_STOPPED, LAW, STAGES
from kith.law.coverage import Coverage, Covered
from kith.law.due import rules_of
from kith.law.engine import derive
from kith.law.facts import Fact

KINDS = (*LAW.values(), *STAGES.values(), APPLICANT_STOPPED)


@dataclass(frozen=True, slots=True)
class RoadDue:
    """One thing that is due to somebody on the road, late or not."""

    duty: str
    name: str
    due: date
    late: bool
    binds: bool


def road_due(enquiries: Sequence[UUID], today: date) -> dict[UUID, tuple[RoadDue, ...]]:
    """What is open of each enquiry, the soonest first. Two statements, and those of the council's own settings."""
    if not enquiries:
        return {}
    facts = list(road_facts(enquiries))
    coverage = Coverage.of(Covered(kind) for kind in KINDS)
    found: dict[UUID, list[RoadDue]] = {}
    for each in derive(facts, rules_of(today), as_at=today, coverage=coverage):
        if each.state in {"due", "late"}:
            found.setdefault(each.person, []).append(
                RoadDue(each.duty, each.name, each.due, each.state == "late", each.force == "required")
            )
    return {key: tuple(sorted(lines, key=lambda line: line.due)) for key, lines in found.items()}


def road_facts(enquiries: Sequence[UUID]) -> Iterable[Fact]:
    """What happened on the road, as the law takes it: of each enquiry as of a person. Two statements."""
    steps = list(EnquiryStep.objects.filter(enquiry_id__in=enquiries, stage__in=[*STAGES, Stage.STOPPED]))
    applied = {step.enquiry_id for step in steps if step.stage == Stage.APPLIED}
    for step in steps:
        if step.stage in STAGES:
            yield Fact(STAGES[step.stage], step.enquiry_id, step.on, ref=str(step.enquiry_id))
        elif step.enquiry_id in applied:
            yield Fact(APPLICANT_STOPPED, step.enquiry_id, step.on, ref=str(step.enquiry_id))
    for done in Done.objects.filter(enquiry_id__in=enquiries):
        if done.enquiry_id is not None:
            yield Fact(LAW[done.what], done.enquiry_id, done.on, ref=str(done.enquiry_id))
