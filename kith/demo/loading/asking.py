"""Requests for help on the front door's list, each with who had it and what was decided by the published rules."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from kith.demo.loading.helping import Referrals
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes.asking import DemoDecision, DemoRequest
from kith.help.asking.ask import reference_of
from kith.help.thresholds.load import rules_on
from kith.help.thresholds.rules import outcome


def load_requests(sheet: Sheet, referrals: Referrals, concern: UUID | None) -> None:
    """Requests with their givings and decisions; to which referrals of the family they became, if to any."""
    for one in sheet.family.requests:
        _request(sheet, one, concern if one.covert else None)
        for held in one.givings:
            sheet.add(
                *("help_requestholder", held.by, one.id, held.to, stamp(held.at), held.by, held.words),
                *(stamp(held.accepted), stamp(held.refused), held.why, stamp(held.ended)),
            )
        if one.decision:
            _decision(sheet, one.id, one.decision)
            for person in one.people:
                became = referrals.get((person, one.at.date()))
                sheet.add("help_requestperson", one.decision.by, one.id, person, became)
        if thanks := one.thanks:
            told = (thanks.words, thanks.agreed_on, thanks.agreed_by)
            sheet.add("help_askertold", thanks.by, one.id, *told)


def stamp(at: datetime | None) -> str | None:
    """A moment as PostgreSQL reads it."""
    return None if at is None else at.isoformat()


def _request(sheet: Sheet, one: DemoRequest, concern: UUID | None) -> None:
    safe = "{" + ",".join(one.safe_to) + "}"
    sheet.put(
        *(
            "help_helprequest",
            one.id,
            one.asked_by,
            stamp(one.at),
            "family",
            reference_of(one.id),
            stamp(one.at),
        ),
        *(one.how, one.who, one.service, one.hard, one.would_help, one.urgent, one.family_knows, safe),
        *(one.phone, one.when_safe, one.who_else, one.say),
        *(stamp(one.told), one.told_how, stamp(one.closed), concern, one.family_told, one.family_not_told),
    )


def _decision(sheet: Sheet, request: UUID, one: DemoDecision) -> None:
    rules = rules_on(one.at.date())
    said = outcome(one.facts, rules)
    cited = "{" + ",".join(each.id for each in said.cited) + "}"
    sheet.add(
        *("help_thresholddecision", one.by, request, str(said.tier), str(said.tier), rules.version, cited),
        *("{" + ",".join(sorted(one.facts)) + "}", stamp(one.at), one.by),
        *(one.reason, one.alternative, one.letter),
    )
