"""The letter of thanks that goes with a decision, as it is first drawn up: the worker words it before it is kept."""

from __future__ import annotations

from django.conf import settings

from kith.help.models import HelpRequest, How

ADVICE = (
    "You can get free advice from people who do not work for the council: Family Rights Group,"
    " 0808 801 0366, Monday to Friday, 9.30am to 3pm."
)
BACK = "You can ask again at any time. If something changes, tell us: you need not explain it all again."
COMPLAIN = (
    "If you think that we got this wrong, say so, and somebody else looks at it. You can also complain."
)


def first_letter(request: HelpRequest, reason: str, alternative: str) -> str:
    """Thanks, what was decided, why, what there is instead, the way back and independent advice.

    Whoever asks for somebody else hears nothing of the family that they did not say themself.
    """
    name = request.who_asks.strip() or "you"
    greeting = f"Dear {name}," if name != "you" else "Hello,"
    if request.how == How.SELF:
        parts = [
            "Thank you for telling us how things are. Asking for help is not easy.",
            "We have thought about what you wrote. Family Help is not what we can offer you now.",
            f"Why: {reason.strip() or '...'}",
            f"What you can have instead: {alternative.strip() or '...'}",
        ]
    else:
        parts = [
            "Thank you for telling us. It was right to do so.",
            "We have read what you wrote and decided what to do. We cannot say more about a family to others.",
            f"What you can do: {alternative.strip() or '...'}",
        ]
    where = f" Write to: {settings.COMPLAINTS}." if settings.COMPLAINTS else ""
    return "\n\n".join(
        [greeting, *parts, BACK, COMPLAIN + where, ADVICE, f"Your letters: {request.reference}"]
    )
