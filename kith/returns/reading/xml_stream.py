"""XML read one element at a time, with entities, document types and the network off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import IO

from lxml import etree

from kith.returns.reading.limits import HEAD_BYTES
from kith.returns.reading.shapes import Source, UnreadableError
from kith.returns.reading.sniffing import Sniffed

DOCTYPE = (
    "It declares a document type or entities (<!DOCTYPE>), which no return needs and which XML bombs use. "
    "Export it again from your system."
)


def local_name(element: etree._Element) -> str:
    """The element's name without a namespace; lower case, as systems differ."""
    tag = element.tag
    return _plain(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _plain(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def root_name(source: Source, sniffed: Sniffed) -> str:
    """The name of the outermost element, lower case. Raises UnreadableError for no XML or a DOCTYPE."""
    with source.open() as stream:
        head = stream.read(HEAD_BYTES)
    if "<!doctype" in head.decode(sniffed.encoding, errors="replace").lower():
        raise UnreadableError(DOCTYPE)
    with source.open() as stream:
        for _, element in _events(stream, sniffed, ("start",)):
            return local_name(element)
    raise UnreadableError("It holds no XML element.")


def elements(
    source: Source, sniffed: Sniffed, names: tuple[str, ...], *, beside: tuple[str, ...] = ()
) -> Iterator[etree._Element]:
    """Each element called one of `names` once it is whole, freed when the next is asked for.

    Those that are called one of `beside` alone are given too, and left as they are. Raises UnreadableError where the XML
    is cut short or damaged: what came before it has been given by then.
    """
    freed = _spelled(names)
    tags = [f"{{*}}{name}" for name in sorted(freed | _spelled(beside))]
    with source.open() as stream:
        for _, element in _events(stream, sniffed, ("end",), tags):
            yield element
            if beside and element.tag.rpartition("}")[2] not in freed:
                continue
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]


def _spelled(names: tuple[str, ...]) -> set[str]:
    return {spelling for name in names for spelling in (name, name.upper(), name.lower(), name.title())}


def _events(
    stream: IO[bytes], sniffed: Sniffed, events: tuple[str, ...], tags: list[str] | None = None
) -> Iterator[tuple[str, etree._Element]]:
    parser = etree.iterparse(
        stream,
        events=events,
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding=_forced_encoding(sniffed),
    )
    checked = False
    try:
        for event, element in parser:
            if not checked:
                if element.getroottree().docinfo.internalDTD is not None:
                    raise UnreadableError(DOCTYPE)
                checked = True
            yield event, element
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        raise UnreadableError(
            f"The XML is cut short or damaged at line {line:,}; nothing from there on was read. "
            "Export it again."
        ) from error


def _forced_encoding(sniffed: Sniffed) -> str | None:
    """Windows-1252 that calls itself UTF-8, or nothing, is read as what it is; else the XML itself says."""
    if sniffed.encoding == "cp1252":
        return "windows-1252"
    return {"utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE"}.get(sniffed.encoding)
