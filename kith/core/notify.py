"""The one door to GOV.UK Notify: a letter as PDF, a text, an e-mail; and what became of it.

Nothing of what it answers is kept or logged but codes: its words may repeat a number or an address. The same thing is
never sent twice: whoever sends gives a reference of their own, and asks first whether it is there already.
Source: GOV.UK Notify REST API, version 2.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings

if TYPE_CHECKING:
    from notifications_python_client.errors import APIError

log = logging.getLogger(__name__)
# What Notify calls the end of each kind of message; whatever is not here is still on its way.
ARRIVED = frozenset({"delivered", "received", "sent"})
NOT_ARRIVED = {
    "permanent-failure": "no_such",
    "temporary-failure": "not_now",
    "technical-failure": "their_fault",
    "validation-failed": "layout",
    "virus-scan-failed": "layout",
    "cancelled": "cancelled",
}
# A refusal of this message; all else is a fault between the two machines, and may pass.
REFUSED = frozenset({400, 404, 413, 422})
FAULTS = {401: "key", 403: "key", 429: "busy"}


class NotifyError(Exception):
    """It did not go. `why` is a code; `again`: whether another try may do better."""

    def __init__(self, why: str, *, again: bool) -> None:
        super().__init__(why)
        self.why = why
        self.again = again


def set_up(what: str = "key") -> bool:
    """Whether messages of this kind can go this way: "postage", "text", "email"."""
    return bool(settings.NOTIFY.key and getattr(settings.NOTIFY, what))


class Notify:
    """One conversation with Notify. Every method raises NotifyError."""

    def __init__(self) -> None:
        # Late, here and below: it brings a whole HTTP client, and every process of Kith reads this file at its start.
        from notifications_python_client.notifications import NotificationsAPIClient

        held = settings.NOTIFY
        # The client has no types.
        client: Any = NotificationsAPIClient
        self._client = client(held.key, base_url=held.url, timeout=held.timeout)

    def __enter__(self) -> Notify:
        return self

    def __exit__(self, *failed: object) -> None:
        self._client.request_session.close()

    def letter(self, reference: str, pdf: bytes) -> UUID:
        """Have a PDF printed and posted; its id at Notify."""
        postage = settings.NOTIFY.postage
        ask = self._client.send_precompiled_letter_notification
        return _id(self._asked(lambda: ask(reference, io.BytesIO(pdf), postage)))

    def text(self, reference: str, number: str, words: str) -> UUID:
        """Text these words and no others; the id. A template that says more than them is refused."""
        template = settings.NOTIFY.text
        said = self._only_ours(template, words)
        ask = self._client.send_sms_notification
        return _id(self._asked(lambda: ask(number, template, said, reference)))

    def email(self, reference: str, address: str, words: str) -> UUID:
        """E-mail these words and no others, with a subject that says nothing; the id."""
        template = settings.NOTIFY.email
        said = self._only_ours(template, words)
        ask = self._client.send_email_notification
        return _id(self._asked(lambda: ask(address, template, said, reference)))

    def there(self, reference: str) -> UUID | None:
        """The id of what was sent under this reference before, if it was: asked before each try."""
        found = self._asked(lambda: self._client.get_all_notifications(reference=reference))
        rows = found.get("notifications")
        if not isinstance(rows, list):
            raise NotifyError("nonsense", again=True)
        ours = [each for each in rows if isinstance(each, dict) and each.get("reference") == reference]
        return _id(ours[0]) if ours else None

    def status(self, notification: UUID) -> str:
        """What Notify says of it, in its own word; "" where it knows nothing of it any more."""
        try:
            said = self._asked(lambda: self._client.get_notification_by_id(str(notification)))
        except NotifyError as error:
            if error.why == "refused":
                return ""
            raise
        status = said.get("status")
        if not isinstance(status, str):
            raise NotifyError("nonsense", again=True)
        return status

    def _only_ours(self, template: str, words: str) -> dict[str, str]:
        """The template holds ((message)) and not a word of its own: nobody's council or service is in a text."""
        said = {"message": words}
        shown = self._asked(lambda: self._client.post_template_preview(template, said))
        subject = shown.get("subject") or ""
        if str(shown.get("body", "")).strip() != words or subject not in {"", "Message"}:
            raise NotifyError("template", again=False)
        return said

    def _asked(self, ask: Callable[[], Any]) -> dict[str, Any]:
        from notifications_python_client.errors import APIError

        try:
            found = ask()
        except APIError as error:
            # Not "from": the words of the answer stand in it.
            raise _fault(error) from None
        if not isinstance(found, dict):
            raise NotifyError("nonsense", again=True)
        return found


def _fault(error: APIError) -> NotifyError:
    from notifications_python_client.errors import HTTPError, InvalidResponse

    if isinstance(error, InvalidResponse):
        why, again = "nonsense", True
    elif isinstance(error, HTTPError) and error.response is not None:
        status = error.status_code
        why, again = (
            FAULTS.get(status, "refused" if status in REFUSED else "unreachable"),
            status not in REFUSED,
        )
    else:
        why, again = "unreachable", True
    log.warning("GOV.UK Notify did not take it: %s.", why)
    return NotifyError(why, again=again)


def _id(row: dict[str, Any]) -> UUID:
    try:
        return UUID(str(row.get("id")))
    except ValueError:
        raise NotifyError("nonsense", again=True) from None
