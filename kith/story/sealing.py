"""Words that the database never sees: a child's private words, legal advice, sealed adoption, drafts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from uuid import UUID

from kith.core.keys import Place, Purpose
from kith.core.keystore import ring
from kith.core.labels import Label
from kith.story.models import Passage

PURPOSES = {
    Label.CHILD_PRIVATE.value: Purpose.CHILD_PRIVATE,
    Label.LEGAL_PRIVILEGE.value: Purpose.LEGAL_PRIVILEGE,
    Label.ADOPTION_SEALED.value: Purpose.ADOPTION_SEALED,
}


def kept(label: int, passage: UUID, text: str) -> tuple[str, bytes | None]:
    """What the columns `text` and `sealed` hold for words under this label. Raises KeysError."""
    purpose = PURPOSES.get(label)
    if purpose is None:
        return text, None
    return "", ring().seal(purpose, text, Place("story_passage", passage, "text"))


def words_of(passage: Passage) -> str:
    """The words of a passage. Raises TamperedError when what was sealed is not what is there."""
    if passage.sealed is None:
        return passage.text
    return ring().unseal(
        PURPOSES[passage.label], bytes(passage.sealed), Place("story_passage", passage.id, "text")
    )


def seal_fields(draft: UUID, fields: Mapping[str, list[str]]) -> bytes:
    """The fields of a draft as typed, encrypted. Each name has a list of values, as forms send them."""
    return ring().seal(Purpose.CHILD_PRIVATE, json.dumps(dict(fields)), Place("story_draft", draft, "fields"))


def open_fields(draft: UUID, sealed: bytes) -> dict[str, list[str]]:
    """The fields again."""
    text = ring().unseal(Purpose.CHILD_PRIVATE, bytes(sealed), Place("story_draft", draft, "fields"))
    return {str(name): [str(value) for value in values] for name, values in json.loads(text).items()}
