"""The reasoning of one obligation, step by step: fact, rule, arithmetic, outcome, force, source."""

from __future__ import annotations

from kith.law import clock, fact_kinds
from kith.law.chain import Link
from kith.law.coverage import Covered
from kith.law.facts import Fact
from kith.law.judge import Verdict
from kith.law.obligation import Force
from kith.law.reasoning import Step, plain
from kith.law.register.duty import Clock, Duty

WHICH = {
    "once": "once",
    "second": "the second time, counted from the first",
    "third_and_later": "from the third time on, each counted from the one before",
    "second_and_later": "from the second time on, each counted from the one before",
    "every": "every time, the first counted from the start and each other from the one before",
}
SURE = {
    "found": "Found",
    "partly_found": "Partly found, so check it",
    "recalled": "Recalled, so check it",
    "local_default": "A number of the council's own",
}
STATUS = {
    "in_force": "It is law in force",
    "prospective": "It is law that has been passed but has no starting day in this register",
    "guidance": "It is statutory guidance, which councils follow unless they have good reason not to",
    "local_default": "It is a local default, not a national rule",
    "beyond_the_law": "It goes beyond the law: the council has chosen it",
}


def steps(
    duty: Duty,
    trigger: Fact,
    link: Link,
    *,
    due: clock.Due,
    verdict: Verdict,
    binds: Force,
    covered: Covered,
) -> tuple[Step, ...]:
    """The whole reasoning for one link of a duty's chain."""
    found = [_start(trigger, link), _rule(link.clock), *due.because]
    if link.met is not None:
        found.append(Step("met", f"It was done on {plain(link.met)}."))
    elif covered.through is not None and due.day > covered.through:
        found.append(Step("record", f"The record is complete only up to {plain(covered.through)}."))
    if verdict.excuse:
        found.append(Step("excuse", verdict.excuse))
    sure = Step("sure", f"{SURE[duty.confidence]}: {duty.source.read}")
    return (*found, _force(duty, binds), Step("source", duty.source.citation, duty.source.link or ""), sure)


def _start(trigger: Fact, link: Link) -> Step:
    if link.from_what == "record":
        return Step("record", f"The record begins on {plain(link.starts)}: what came before is not known.")
    if link.from_what == "last":
        return Step("fact", f"It was last done on {plain(link.starts)}.")
    if link.from_what == "resumed":
        return Step("fact", f"It applied again from {plain(link.starts)}.")
    return Step("fact", f"{plain(trigger.on)}: {fact_kinds.known()[trigger.kind].says}.")


def _rule(each: Clock) -> Step:
    way = "At least" if each.direction == "before" or each.at_least else "Within"
    tail = " before" if each.direction == "before" else ""
    return Step("rule", f"{way} {each}{tail}; {WHICH[each.recurrence]}.")


def _force(duty: Duty, binds: Force) -> Step:
    begins = f", from {plain(duty.commences_on)}" if duty.commences_on else ""
    says = "must be done" if binds == "required" else "is advised"
    return Step("force", f"{STATUS[duty.status]}{begins}: this {says}.")
