"""How a file leaves: as an attachment of the kind it truly is, with what is hidden in it taken out."""

from __future__ import annotations

import logging

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext

from kith.core.files import FileStoreError
from kith.core.files.hidden_facts import without_hidden_facts
from kith.story.files import store
from kith.story.models import Document

log = logging.getLogger(__name__)


def not_kept(error: FileStoreError) -> str:
    """Words for whoever gave a file that the store could not keep; the operator's go to the log."""
    log.error("A file was not kept. %s", error)
    return gettext(
        "The file could not be kept just now, and nothing of it was. Try again in a few minutes."
        " If it goes on, tell your IT help desk."
    )


def as_attachment(document: Document) -> HttpResponse:
    """The file. Raises FileStoreError when the store does not have it whole."""
    content = without_hidden_facts(b"".join(store().open(document.digest)), document.media_type)
    response = HttpResponse(content, content_type=document.media_type)
    response["Content-Disposition"] = content_disposition_header(True, document.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
