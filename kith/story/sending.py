"""How a file leaves: as an attachment of the kind it truly is, with what is hidden in it taken out."""

from __future__ import annotations

import logging
import mimetypes

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext

from kith.core.files import FileStoreError
from kith.core.files.hidden_facts import without_hidden_facts
from kith.core.files.kinds import DOCX, ODT, PDF
from kith.story.files import store
from kith.story.hidden_in_documents import pdf_without, zipped_without
from kith.story.looked_through import Looked, look_through
from kith.story.models import Document

log = logging.getLogger(__name__)


def not_kept(error: FileStoreError) -> str:
    """Words for whoever gave a file that the store could not keep; the operator's go to the log."""
    log.error("A file was not kept. %s", error)
    return gettext(
        "The file could not be kept just now, and nothing of it was. Try again in a few minutes."
        " If it goes on, tell your IT help desk."
    )


_WITHOUT = {PDF.mime: pdf_without, DOCX.mime: zipped_without, ODT.mime: zipped_without}


def looked_through(document: Document) -> Looked:
    """What stands inside a file, read from the store; of one that cannot be cleaned, that. Raises FileStoreError."""
    content = b"".join(store().open(document.digest))
    looked, without = look_through(content, document.media_type), _WITHOUT.get(document.media_type)
    if not looked.why and without is not None and without(content) is None:
        return Looked(looked.words, "what it says of who made it cannot be taken out")
    return looked


def released_copy(content: bytes, media_type: str) -> bytes:
    """What a family gets of a file: the same to see, without what it says of who made it, where and when.

    What is locked or broken stays as it is: a worker has read it, and gave their word for it.
    """
    without = _WITHOUT.get(media_type)
    if without is not None:
        return without(content) or content
    return without_hidden_facts(content, media_type)


def plain_name(media_type: str) -> str:
    """What a file is called on the phone of whoever opens it: its kind, and nothing of what or whom it is about."""
    family = media_type.partition("/")[0]
    called = {"image": "picture", "audio": "recording", "video": "recording"}.get(family, "document")
    return called + (mimetypes.guess_extension(media_type) or "")


def as_attachment(document: Document, *, to_family: bool = False) -> HttpResponse:
    """The file; to a family as a copy that was cleaned. Raises FileStoreError when the store does not have it whole."""
    clean = released_copy if to_family else without_hidden_facts
    content = clean(b"".join(store().open(document.digest)), document.media_type)
    response = HttpResponse(content, content_type=document.media_type)
    name = plain_name(document.media_type) if to_family else document.name
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
