"""What a council's Word file leaves with: its look and its words, and nothing of who made it, where or when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from kith.design.text import REORDERING
from kith.letters.paper.docx import said
from kith.letters.word.fields import places
from kith.letters.word.looks import bare_theme, renamed
from kith.letters.word.opening import ALTERNATE, DRAWN, WordRefusedError, parts_of_document
from kith.letters.word.pictures import bare_picture

KEPT = ("/styles", "/numbering", "/settings", "/theme")
LETTERHEAD = ("/header", "/footer")
SETTINGS = ("w:defaultTabStop", "w:evenAndOddHeaders", "w:compat", "w:themeFontLang", "w:decimalSymbol")
# Marks of Word's own that name people, files, or what a place is bound to.
MARKS = (
    "w:dataBinding",
    "w:alias",
    "w:tag",
    "w:permStart",
    "w:permEnd",
    "w:proofErr",
    "w:bookmarkStart",
    "w:bookmarkEnd",
)


def clean(document: DocumentType, *, letterhead: bool) -> None:
    """Take out whatever is not look or words. Without `letterhead` its headers, footers and pictures go as well.

    Raises WordRefusedError for a picture of a kind whose inside cannot be cleaned.
    """
    if not letterhead:
        _off(document.element, [qn("w:headerReference"), qn("w:footerReference")])
        for _name, root in parts_of_document(document):
            _off(root, [*(qn(each) for each in DRAWN), ALTERNATE])
    _relations(document, letterhead=letterhead)
    for _name, root in parts_of_document(document):
        _off(root, [qn(each) for each in MARKS])
        _unmarked(root)
    _settings(document)
    _looks(document)
    for place in places(document):
        for text in place.texts:
            text.text = "".join(each for each in text.text or "" if each not in REORDERING)


def head(document: DocumentType, lines: Iterable[str]) -> None:
    """The head that every letter bears, above all else in the file."""
    made = document.element.body.makeelement(qn("w:p"), {})
    document.element.body.insert(0, made)
    paragraph = Paragraph(made, document._body)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(said("\n".join(each for each in lines if each)))


def _off(root: etree._Element, tags: list[str]) -> None:
    for each in list(root.iter(*tags)):
        if (above := each.getparent()) is not None:
            above.remove(each)


def _relations(document: DocumentType, *, letterhead: bool) -> None:
    kept = (*KEPT, *LETTERHEAD, "/image") if letterhead else KEPT
    _only(document.part.rels, kept)
    # Of the whole file: the letter alone. Its properties are written anew.
    _only(document.part.package.rels, ("/officeDocument",))
    for relation in list(document.part.rels.values()):
        part: Any = relation.target_part
        if relation.reltype.endswith(LETTERHEAD):
            _only(part.rels, ("/image",))
            _pictures(part.rels)
        elif not relation.reltype.endswith("/image"):
            _only(part.rels, ())
    _pictures(document.part.rels)


def _only(relations: Any, kept: tuple[str, ...]) -> None:
    for key, each in list(relations.items()):
        if each.is_external or not (kept and each.reltype.endswith(kept)):
            del relations[key]


def _pictures(relations: Any) -> None:
    for each in relations.values():
        if each.reltype.endswith("/image"):
            cleaned = bare_picture(each.target_part.blob)
            if cleaned is None:
                raise WordRefusedError(
                    "It has a picture that is no PNG or JPEG. Save that as PNG, and put it in again."
                )
            each.target_part._blob = cleaned


def _unmarked(root: etree._Element) -> None:
    for each in root.iter():
        if not isinstance(each.tag, str):
            continue
        for name in list(each.attrib):
            bare = etree.QName(name).localname
            if bare.startswith("rsid") or bare in {"paraId", "textId"}:
                del each.attrib[name]
        if each.tag == qn("w:hyperlink"):
            each.attrib.clear()
        if each.tag.endswith("}docPr") or each.tag.endswith("}cNvPr"):
            for name in ("descr", "title"):
                each.attrib.pop(name, "")
            each.set("name", "Picture")
    for each in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        if (above := each.getparent()) is not None:
            above.remove(each)


def _looks(document: DocumentType) -> None:
    roots = [root for _name, root in parts_of_document(document)]
    for relation in document.part.rels.values():
        part: Any = relation.target_part
        if relation.reltype.endswith("/theme"):
            part._blob = bare_theme(part.blob)
        elif relation.reltype.endswith(("/styles", "/numbering")):
            _off(part.element, [qn("w:rsid")])
            _unmarked(part.element)
            roots.append(part.element)
    renamed(document.styles.element, roots)


def _settings(document: DocumentType) -> None:
    kept = {qn(each) for each in SETTINGS}
    for each in list(document.settings.element):
        if each.tag not in kept:
            document.settings.element.remove(each)
