"""How a file leaves: as an attachment of the kind it truly is, with what is hidden in it taken out."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from kith.story.files import store
from kith.story.hidden_facts import without_hidden_facts
from kith.story.models import Document


def as_attachment(document: Document) -> HttpResponse:
    """The file. Raises FileStoreError when the store does not have it whole."""
    content = without_hidden_facts(b"".join(store().open(document.digest)), document.media_type)
    response = HttpResponse(content, content_type=document.media_type)
    response["Content-Disposition"] = content_disposition_header(True, document.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
