"""The chain against what was kept of it elsewhere: a chain cut at its end, or made anew, shows here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from kith.core.keys import Signer, is_signed_by
from kith.core.seal.anchor import Anchor, Head
from kith.core.seal.chain import message
from kith.core.seal.findings import Finding, Report

_CHAINS = "SELECT number, chain FROM core_sealbatch WHERE number = ANY (%s)"
_NEWER = "SELECT count(*) FROM core_sealbatch WHERE number > %s"


def anchor_findings(
    connection: Any, marks: Sequence[tuple[Anchor, int]], signers: Mapping[UUID, Signer], report: Report
) -> Iterator[Finding]:
    """Every anchored head that the chain no longer has, place by place."""
    for place, mark in marks:
        lines, highest = _read(place, mark), 0
        while some := list(islice(lines, 1000)):
            heads = [each for each in some if isinstance(each, Head)]
            highest = max(highest, *(head.number for head in heads), 0)
            yield from (each for each in some if isinstance(each, Finding))
            yield from _compared(connection, place.name, heads, signers)
        with connection.cursor() as cursor:
            cursor.execute(_NEWER, [highest])
            report.not_anchored = max(report.not_anchored, cursor.fetchone()[0])


def _read(place: Anchor, mark: int) -> Iterator[Head | Finding]:
    """Heads, and a finding in the place of lines that cannot be read.

    A line that a power cut tore is none where the next one takes the same link up again, as appending does.
    """
    highest, unread = 0, False
    for head in place.heads(mark):
        if head is None:
            unread = True
            continue
        if unread and head.number > highest + 1:
            yield _unreadable(place, highest + 1)
        unread, highest = False, max(highest, head.number)
        yield head
    if unread:
        yield _unreadable(place, highest + 1)


def _unreadable(place: Anchor, link: int) -> Finding:
    return Finding(f"a line in {place.name} cannot be read", link=link)


def _compared(
    connection: Any, name: str, heads: Sequence[Head], signers: Mapping[UUID, Signer]
) -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute(_CHAINS, [[head.number for head in heads]])
        chains = {number: bytes(chain) for number, chain in cursor.fetchall()}
    for head in heads:
        signer = signers.get(head.key)
        if signer is None or not is_signed_by(
            signer.public, head.signature, message(head.number, head.chain)
        ):
            yield Finding(f"the line in {name} was not written by Kith", link=head.number)
        elif head.number not in chains:
            yield Finding(f"the chain was cut: {name} has this link, the database has not", link=head.number)
        elif chains[head.number] != head.chain:
            yield Finding(
                f"the chain was made anew: {name} has another value for this link", link=head.number
            )
