"""What a PDF, a Word file or an OpenDocument text says of who made it, where and when: taken out of copies that leave."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from kith.core.files.hidden_facts import without_hidden_facts
from kith.story.looked_through import BROKEN, MOST_UNPACKED

NO_DAY = (1980, 1, 1, 0, 0, 0)
# Whole parts of a Word file that say who made it, and what names those parts in the others.
_PROPERTIES = re.compile(r"docProps/|word/people\.xml$|customXml/")
_NAMES_THEM = re.compile(
    rb'<(?:Relationship|Override)\b[^>]*(?:docProps/|people\.xml|customXml|attachedTemplate|/thumbnail")[^>]*/>'
)
_WHO = re.compile(rb'\b(w\d*:(?:author|initials|date|userId|providerId)|w:rsid\w*)="[^"]*"')
_TEMPLATE = re.compile(rb"<w:attachedTemplate\b[^>]*/>|<w:rsids>.*?</w:rsids>", re.DOTALL)
_CREATOR = re.compile(rb"<(dc:creator|dc:date|meta:initial-creator)>[^<]*</\1>")
ODT_META = (
    b'<?xml version="1.0" encoding="UTF-8"?><office:document-meta'
    b' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"/>'
)
MEDIA = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}


def pdf_without(content: bytes) -> bytes | None:
    """The same pages without properties, XMP, names of who commented and files inside; None where it cannot be."""
    try:
        read = PdfReader(io.BytesIO(content))
        if read.is_encrypted:
            return None
        made = PdfWriter(clone_from=read)
        made.metadata = None
        root = made._root_object
        for key in ("/Metadata", "/PieceInfo", "/AF", "/OpenAction", "/AA"):
            root.pop(key, None)
        if "/Names" in root:
            names: Any = root["/Names"]
            for key in ("/EmbeddedFiles", "/JavaScript"):
                names.get_object().pop(key, None)
        for page in made.pages:
            _bare(page)
        for each in made._objects:
            if isinstance(each, DictionaryObject):
                for key in ("/Metadata", "/PieceInfo", "/LastModified"):
                    each.pop(key, None)
        held = io.BytesIO()
        made.write(held)
        # A copy of the copy takes along only what is still reached: not the files that were inside.
        again = PdfWriter(clone_from=PdfReader(held))
        again.metadata = None
        held = io.BytesIO()
        again.write(held)
    except BROKEN:
        return None
    return held.getvalue()


def _bare(page: Any) -> None:
    for each in page.get("/Annots") or []:
        note = each.get_object()
        # The name of a field of a form is needed; of a comment it is its author.
        if note.get("/Subtype") != "/Widget" and "/T" in note:
            note[NameObject("/T")] = TextStringObject("")
        for key in ("/M", "/CreationDate", "/FS"):
            note.pop(key, None)


def zipped_without(content: bytes) -> bytes | None:
    """The same document without properties, authors, days and what its pictures say; None where it cannot be."""
    try:
        held = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(content)) as old,
            zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            if sum(each.file_size for each in old.infolist()) > MOST_UNPACKED:
                return None
            for each in old.infolist():
                if _PROPERTIES.match(each.filename) or each.filename.startswith("Thumbnails/"):
                    continue
                how = zipfile.ZIP_STORED if each.filename == "mimetype" else zipfile.ZIP_DEFLATED
                new.writestr(
                    zipfile.ZipInfo(each.filename, NO_DAY), _part(each.filename, old.read(each)), how
                )
    except BROKEN:
        return None
    return held.getvalue()


def _part(name: str, content: bytes) -> bytes:
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending in MEDIA:
        return without_hidden_facts(content, MEDIA[ending])
    if name == "meta.xml":
        return ODT_META
    if ending == ".rels" or name == "[Content_Types].xml":
        return _NAMES_THEM.sub(b"", content)
    if ending == ".xml":
        content = _TEMPLATE.sub(b"", content)
        content = _WHO.sub(lambda found: found[1] + b'=""' if b"author" in found[1] else b"", content)
        return _CREATOR.sub(rb"<\1></\1>", content)
    return content
