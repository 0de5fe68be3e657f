"""Opening a Word file that somebody sends: what it is by its content, how large, and what no letter may hold."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

MOST = 2 * 2**20
ENTRIES, EACH, ALL = 200, 8 * 2**20, 20 * 2**20
PARAGRAPHS = 2000
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = (b"macroEnabled", b"vnd.ms-office.vbaProject", b"vnd.ms-word.vbaData")
NOT_WORD = "This is not a Word file. Save it in Word as .docx, and choose that."
DAMAGED = "This Word file is damaged. Open it in Word, save it again as .docx, and choose that."
TOO_LARGE = "This Word file is too large for a letter. Take out its pictures, or make them smaller."
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError),
    *(etree.LxmlError, PackageNotFoundError, KeyError, ValueError, AttributeError, TypeError, IndexError),
)
"""What zip, XML and python-docx raise of files that are cut, encrypted or not what they say."""

# What a letter has no use for, and what to do about it: its tag, and the words for whoever made the file.
NOT_HERE = {
    "w:ins": "It has changes that are not accepted yet. Accept or reject all of them",
    "w:del": "It has changes that are not accepted yet. Accept or reject all of them",
    "w:moveFrom": "It has changes that are not accepted yet. Accept or reject all of them",
    "w:moveTo": "It has changes that are not accepted yet. Accept or reject all of them",
    "w:rPrChange": "It has changes that are not accepted yet. Accept or reject all of them",
    "w:pPrChange": "It has changes that are not accepted yet. Accept or reject all of them",
    "w:commentReference": "It has comments. Take them out",
    "w:footnoteReference": "It has footnotes. Put their words into the letter",
    "w:endnoteReference": "It has endnotes. Put their words into the letter",
    "w:vanish": "It has hidden words. Show them, or take them out",
    "w:specVanish": "It has hidden words. Show them, or take them out",
    "w:object": "Another file is put into it. Take that out",
    "w:control": "It has buttons or boxes that run. Take them out",
    "w:altChunk": "Another file is put into it. Take that out",
    "w:txbxContent": "It has a text box. Put its words into the letter itself",
    "w:numPicBullet": "It has pictures for points. Choose plain points",
}
# What a Word file may hold beside its words. Some of it is kept, some is left out; anything else is refused.
BESIDE = tuple(
    f"/{each}"
    for each in (
        *(
            "styles",
            "numbering",
            "settings",
            "theme",
            "header",
            "footer",
            "image",
            "fontTable",
            "webSettings",
        ),
        *(
            "customXml",
            "glossaryDocument",
            "footnotes",
            "endnotes",
            "comments",
            "commentsExtended",
            "commentsIds",
        ),
        *("commentsExtensible", "people", "stylesWithEffects", "hyperlink"),
    )
)
DRAWN = ("w:drawing", "w:pict")
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WORDS = etree.XPath(".//text()[normalize-space()]")
# Word's own fields that say nothing of whoever made the file.
NUMBERS = ("PAGE", "NUMPAGES")


class WordRefusedError(ValueError):
    """Why this file is no template, in words for whoever sent it."""


def opened(content: bytes) -> DocumentType:
    """The document, once nothing in it is what no letter may hold. Raises WordRefusedError.

    At most 2 MB, unpacked 20 MB in 200 parts: sizes are counted as it is read, whatever the file says of itself.
    """
    if len(content) > MOST:
        raise WordRefusedError(TOO_LARGE)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise WordRefusedError(
            "This Word file is locked with a password, or is an old .doc. Save it as .docx."
        )
    if not content.startswith(b"PK\x03\x04"):
        raise WordRefusedError(NOT_WORD)
    try:
        _looked_through(content)
        document = Document(io.BytesIO(content))
    except WordRefusedError:
        raise
    except _BROKEN as error:
        raise WordRefusedError(DAMAGED) from error
    for fault in _faults(document):
        raise WordRefusedError(f"{fault}, and choose the file again.")
    return document


def _looked_through(content: bytes) -> None:
    """Sizes, names, macros and declarations, before any of it is parsed. Raises WordRefusedError."""
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        names = [each.filename for each in held.infolist()]
        if len(names) > ENTRIES:
            raise WordRefusedError(TOO_LARGE)
        if len({each.lower() for each in names}) != len(names):
            raise WordRefusedError(DAMAGED)
        whole = 0
        for each in held.infolist():
            with held.open(each) as stream:
                part = stream.read(EACH + 1)
            whole += len(part)
            if len(part) > EACH or whole > ALL:
                raise WordRefusedError(TOO_LARGE)
            _part(each.filename.lower(), part)
        if "[Content_Types].xml" not in names or "word/document.xml" not in names:
            raise WordRefusedError(NOT_WORD)
        if MAIN not in held.read("[Content_Types].xml"):
            raise WordRefusedError(NOT_WORD)


def _part(name: str, part: bytes) -> None:
    if (
        "vbaproject" in name
        or "vbadata" in name
        or any(each in part for each in MACROS if name.endswith(".xml"))
    ):
        raise WordRefusedError(
            "This Word file holds macros, which are programs. Save it as .docx without them."
        )
    if "activex" in name or "/embeddings/" in name or "oleobject" in name:
        raise WordRefusedError("Another file is put into this one. Take that out, and choose the file again.")
    if name.endswith((".xml", ".rels")) and (b"<!" in part and b"<!DOCTYPE" in part.upper()):
        raise WordRefusedError(DAMAGED)
    # Word writes UTF-8; another encoding could hide a declaration from the line above.
    if name.endswith((".xml", ".rels")) and b"\x00" in part:
        raise WordRefusedError(DAMAGED)


def _faults(document: DocumentType) -> Iterator[str]:
    found = parts_of_document(document)
    if sum(1 for _name, root in found for _each in root.iter(qn("w:p"))) > PARAGRAPHS:
        yield "It is too long for a letter. Leave some of it out"
    for _name, root in found:
        for tag, says in NOT_HERE.items():
            if next(root.iter(qn(tag)), None) is not None:
                yield says
        for code in _codes(root):
            if code.split()[:1] and code.split()[0].upper() not in NUMBERS:
                yield f"It has Word’s own field {code.split()[0][:30]}. Write {{a.field}} of Kith’s in its place"
        if _other_words(root):
            yield "It has an equation, or something else that cannot be read as words. Take it out"
    for relations in (document.part.rels, *(root_part.rels for root_part in _letterhead(document))):
        for each in relations.values():
            if each.is_external and not each.reltype.endswith("/hyperlink"):
                yield "It takes a picture or a style from another place. Put it into the file itself"
            if not each.reltype.endswith(BESIDE):
                yield "It has a chart, or something else that is no words and no picture. Take it out"


def _letterhead(document: DocumentType) -> list[Any]:
    return [
        each.target_part
        for each in document.part.rels.values()
        if not each.is_external and each.reltype.endswith(("/header", "/footer"))
    ]


def _other_words(root: etree._Element) -> bool:
    """Whether words stand in it where nobody looks for them: outside its paragraphs' own text and its drawings."""
    known, drawn = {qn("w:t"), qn("w:instrText")}, (*(qn(each) for each in DRAWN), ALTERNATE)
    found: Any = _WORDS(root)
    for said in found:
        stands = said.getparent()
        looked_for = stands.tag in known and not said.is_tail
        if not looked_for and next(stands.iterancestors(*drawn), None) is None:
            return True
    return False


def _codes(root: etree._Element) -> Iterator[str]:
    yield from (each.get(qn("w:instr"), "") for each in root.iter(qn("w:fldSimple")))
    yield from ((each.text or "") for each in root.iter(qn("w:instrText")))


def parts_of_document(document: DocumentType) -> list[tuple[str, etree._Element]]:
    """The letter itself ("") and each header and footer that it has, as (what it is, its root)."""
    found: list[tuple[str, etree._Element]] = [("", document.element)]
    for part in _letterhead(document):
        kind = "footer" if part.element.tag == qn("w:ftr") else "header"
        found.append((f"the {kind}", part.element))
    return found
