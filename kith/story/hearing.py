"""Pages that may hear, when somebody presses a button there; every other keeps the device's senses off."""

from __future__ import annotations

from typing import TypeVar

from django.http import HttpResponseBase

Response = TypeVar("Response", bound=HttpResponseBase)


def may_hear(response: Response) -> Response:
    """The page's own buttons may use the microphone: a child's recorded voice, and dictation on the device."""
    response["Permissions-Policy"] = "geolocation=(), camera=(), microphone=(self), payment=()"
    return response
