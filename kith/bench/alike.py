"""Whether somebody can tell, by how long the answer takes, a record that is kept from them from nobody's.

One connection, the kinds in a new order each round, so that nothing that comes at intervals falls on one kind.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from uuid import UUID

import psycopg

from kith.bench.client import Answer
from kith.bench.figures import Figure
from kith.bench.mix import Reader, Request
from kith.bench.pages import readers_of
from kith.bench.scratch import Scratch
from kith.bench.serving import site
from kith.core.postgres import PostgresError

KEPT = ("restricted", "sealed", "relocated")
NOBODY = "nobody"
ROUNDS = 240
WARM_UP = 20
LIMIT = 0.14
"""Most that the chance may be from a half: by luck alone it is beyond this in one of ten million runs."""
_KEPT = "SELECT person_id::text FROM access_restriction WHERE kind = %s AND during @> kith_today() ORDER BY 1"


def time_alike(scratch: Scratch, *, seed: int, rounds: int = ROUNDS) -> list[Figure]:
    """Ask for kept records and for nobody's, and compare. Raises PostgresError where an answer is not 404."""
    kept = _kept(scratch)
    reader = readers_of(scratch, 2)[0]
    asked = requests(kept, reader, rounds + WARM_UP, seed)
    with site(scratch) as server:
        answers = server.ask(asked, connections=1)
    wrong = {status for _, status, _, _ in answers} - {404}
    if wrong:
        raise PostgresError(f"A kept record, or nobody's, was answered with {wrong.pop()} instead of 404.")
    return figures(answers[WARM_UP * (len(KEPT) + 1) :])


def requests(kept: Mapping[str, Sequence[str]], reader: Reader, rounds: int, seed: int) -> list[Request]:
    """In each round one request of each kind, in an order of its own. Raises ValueError where a kind has none."""
    if not all(kept.get(kind) for kind in KEPT):
        raise ValueError("There must be a record of each kind that is kept.")
    dice = random.Random(f"{seed}/alike")  # noqa: S311 - a fixed order, not a secret
    found = []
    for _ in range(rounds):
        for kind in dice.sample((*KEPT, NOBODY), len(KEPT) + 1):
            who = dice.choice(kept[kind]) if kind in kept else str(UUID(int=dice.getrandbits(128), version=4))
            found.append(Request(kind, f"/people/{who}/", reader.session))
    return found


def figures(answers: Sequence[Answer]) -> list[Figure]:
    """For each kind that is kept: how far from a half the chance is that it takes longer than nobody's."""
    took = {kind: [ms for what, _, ms, _ in answers if what == kind] for kind in (*KEPT, NOBODY)}
    return [
        Figure(
            "alike",
            f"a {kind} record told from nobody's by its time",
            abs(likely_slower(took[kind], took[NOBODY]) - 0.5),
            "",
            limit=LIMIT,
        )
        for kind in KEPT
    ]


def likely_slower(one: Sequence[float], other: Sequence[float]) -> float:
    """The chance that a time drawn from `one` is longer than one from `other` (Mann and Whitney's U over n*m).

    A half where the two do not differ; its spread then is about sqrt((n + m + 1) / (12 n m)).
    """
    wins = sum((a > b) + (a == b) / 2 for a in one for b in other)
    return wins / (len(one) * len(other))


def _kept(scratch: Scratch) -> dict[str, list[str]]:
    with psycopg.connect(scratch.urls.superuser) as connection:
        return {kind: [who for (who,) in connection.execute(_KEPT, [kind]).fetchall()] for kind in KEPT}
