"""Before words leave: do they say where somebody lives whose address or number this reader must not learn?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from uuid import UUID

from kith.design.dates import today
from kith.people.models import Address, ContactPoint, MayKnow

_BARE = re.compile(r"[^0-9a-z]+")
# Shorter pieces (a house number) stand in other words by chance.
_LEAST = 5


def tells_where(words: Iterable[str], persons: Sequence[UUID], reader: UUID) -> bool:
    """Whether any of these words hold a protected postcode, first line of an address or number. Three statements.

    As far as the actor may see what is protected. Spaces, commas and capitals make no difference.
    """
    may = set(
        MayKnow.objects.filter(
            person_id__in=persons, other_id=reader, may=True, during__contains=today()
        ).values_list("person_id", flat=True)
    )
    kept = [each for each in persons if each not in may and each != reader]
    pieces: set[str] = set()
    homes = Address.objects.filter(person_id__in=kept, protected=True).values_list("lines", "postcode")
    for lines, postcode in homes:
        pieces |= {_bare(postcode), _bare(re.split(r"[\n,]", lines)[0])}
    numbers = ContactPoint.objects.filter(person_id__in=kept, protected=True).values_list("value", flat=True)
    pieces |= {_bare(value) for value in numbers}
    said = [_bare(each) for each in words]
    return any(len(piece) >= _LEAST and piece in each for piece in pieces for each in said)


def _bare(text: str) -> str:
    return _BARE.sub("", text.lower())
