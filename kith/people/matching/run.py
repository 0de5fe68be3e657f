"""The batch: read everybody who may be matched, find pairs alike, keep what nobody has decided yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection, transaction

from kith.core import tell
from kith.core.acting import acting
from kith.core.action import action, nothing_to_tell
from kith.core.actor import Actor
from kith.people.matching.model import LikePair, like_pairs
from kith.people.may import LINK_IDENTITY
from kith.people.models import PossibleDuplicate
from kith.people.models.duplicate import DuplicateState

_READ = """
SELECT person, words, born_on, codes, people_sound(words[1]), people_sound(words[cardinality(words)])
  FROM people_to_match()
"""


def look_for_duplicates(*, by: Actor) -> int:
    """Look through everybody and keep the pairs that may be one person; returns how many now wait.

    Runs under the worker's login (a task or command). Restricted, sealed and relocated people are never read.
    Reading and keeping are a transaction each, and the comparing, which takes minutes of a large record, is in none:
    a writing transaction that lasts would hold up the sealing of everybody's logs. Raises RuntimeError within one.
    """
    if connection.in_atomic_block:
        raise RuntimeError("Looking for duplicates takes long: it opens its own transactions.")
    with acting(by, read_only=True):
        rows = _rows()
    pairs = like_pairs(rows)
    with acting(by):
        return keep_pairs(by=by, pairs=pairs)


@action("people.look_for_duplicates")
def keep_pairs(*, by: Actor, pairs: Sequence[LikePair]) -> int:
    """Keep the pairs that were found; returns how many now wait.

    What somebody has decided stays decided; what waits is replaced. Whoever was restricted while they were compared
    is in no pair that is shown: the page asks again.
    """
    tell.permit(by=by, permission=LINK_IDENTITY)
    with transaction.atomic():
        PossibleDuplicate.objects.filter(state=DuplicateState.WAITING).delete()
        PossibleDuplicate.objects.bulk_create(
            [
                PossibleDuplicate(
                    one_id=pair.one,
                    other_id=pair.other,
                    probability=pair.probability,
                    reasons=list(pair.reasons),
                    recorded_by=by.id,
                )
                for pair in pairs
            ],
            batch_size=1000,
            ignore_conflicts=True,
        )
    nothing_to_tell("pairs are only offered to be looked at")
    return PossibleDuplicate.objects.filter(state=DuplicateState.WAITING).count()


def _rows() -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(_READ)
        found = cursor.fetchall()
    return [
        {
            "unique_id": str(person),
            "given": words[0],
            "family": words[-1],
            "given_sound": given_sound,
            "family_sound": family_sound,
            "born": born.isoformat() if born else None,
            "code": min(codes) if codes else None,
        }
        for person, words, born, codes, given_sound, family_sound in found
        if words
    ]
