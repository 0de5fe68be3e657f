"""Deciding about a request for help: by the published rules, each cited, and never a bare no."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action
from kith.core.actor import Actor
from kith.help.actions.telling import tell_of, the_open_request
from kith.help.models import ThresholdDecision, Tier
from kith.help.thresholds.load import version_called
from kith.help.thresholds.rules import outcome
from kith.story.writing import clean_text

HELPED = frozenset({Tier.PROTECTION, Tier.FAMILY_HELP})
"""Tiers that need no alternative: they are the help."""


@action("help.decide_request")
def decide_request(
    *,
    by: Actor,
    request: UUID,
    facts: Collection[str],
    version: str,
    tier: str,
    reason: str = "",
    alternative: str = "",
    letter: str = "",
) -> ThresholdDecision:
    """Decide what becomes of a request, citing every rule of `version` that holds of these `facts`.

    Source: Working Together to Safeguard Children, chapter 3: within one working day, by somebody qualified in
    social work (whose role has SCREEN). Raises NotPermittedError: for facts of another version, for another tier
    than the rules say without a reason, and for less than Family Help without reason, alternative and letter.
    """
    tell.permit(by=by, permission=Permission.SCREEN)
    found = the_open_request(request)
    rules = version_called(version)
    if rules is None:
        raise NotPermittedError("The published rules have changed meanwhile. Look again.")
    try:
        said = outcome(facts, rules)
    except ValueError as strange:
        raise NotPermittedError("The published rules have changed meanwhile. Look again.") from strange
    words = {"reason": clean_text(reason).strip(), "alternative": clean_text(alternative).strip()}
    words["letter"] = clean_text(letter).strip()
    if Tier(tier) != said.tier and not words["reason"]:
        raise NotPermittedError("The published rules say otherwise: say why.")
    if Tier(tier) not in HELPED and not all(words.values()):
        raise NotPermittedError(
            "Nobody is sent away without a reason, something instead, and a letter of thanks."
        )
    made = ThresholdDecision.objects.create(
        request_id=request,
        tier=Tier(tier),
        by_rule=said.tier,
        rule_set=rules.version,
        rules=[each.id for each in said.cited],
        facts=sorted(facts),
        decided_at=timezone.now(),
        decided_by_id=by.id,
        recorded_by=by.id,
        **words,
    )
    tell_of(
        by,
        request,
        f"It was decided about a request for help: {Tier(tier).label}",
        covert=found.covert_id,
        decision=str(made.id),
        tier=str(Tier(tier)),
        rules=made.rules,
        version=rules.version,
    )
    return made
