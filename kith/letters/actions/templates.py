"""What a council begins its letters with. A new version takes the old one's place; the old one is kept."""

from __future__ import annotations

from django.utils.text import slugify

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.text import safe_text
from kith.letters.fields import faults
from kith.letters.models import ForWhom, LetterTemplate, WordTemplate
from kith.letters.templates_held import held, word_held
from kith.letters.word.making import take_in
from kith.letters.word.opening import WordRefusedError
from kith.story.writing import clean_text


@action("letters.set_template")
def set_template(
    *, by: Actor, key: str, name: str, for_whom: str, subject: str, words: str
) -> LetterTemplate:
    """Put a version in place. With a fault nothing is kept, and the last good one goes on.

    Raises NotPermittedError; CannotBeError naming each unknown field and the line on which it stands.
    """
    tell.permit(by=by, permission=Permission.SET_LETTERS, persons=[])
    words, subject = clean_text(words).strip(), safe_text(subject).strip()
    before = held().get(key)
    paper = before is not None and not before.is_letter
    for field, said in (("subject", subject), ("words", words)):
        if wrong := faults(said, paper=paper and field == "words"):
            raise CannotBeError(" ".join(str(each) for each in wrong), field=field)
        if not said:
            raise CannotBeError("Write something here.", field=field)
    if paper and not words.startswith("#"):
        raise CannotBeError("Line 1: begin with a heading. A heading's line begins with #.", field="words")
    made = LetterTemplate(
        key=key,
        version=(before.version if before else 0) + 1,
        name=safe_text(name).strip()[:80],
        for_whom=ForWhom.PROFESSIONAL.value if paper else ForWhom(for_whom).value,
        subject=subject[:120],
        words=words,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    nothing_to_tell("Words of the council's, no person's record.")
    concerns([], template=key, version=made.version)
    return made


@action("letters.take_word_template")
def take_word_template(
    *, by: Actor, key: str, name: str, for_whom: str, subject: str, content: bytes
) -> WordTemplate:
    """Put a council's own Word file in place, cleaned. With a fault nothing is kept, and the last good one goes on.

    `key`: of the template whose next version it is; empty for a new one.
    Raises NotPermittedError; CannotBeError naming what no letter may hold, and each unknown field with its paragraph.
    """
    tell.permit(by=by, permission=Permission.SET_LETTERS, persons=[])
    name, subject = safe_text(name).strip()[:80], safe_text(subject).strip()
    if wrong := faults(subject):
        raise CannotBeError(" ".join(str(each) for each in wrong), field="subject")
    if not name:
        raise CannotBeError("Write something here.", field="name")
    try:
        taken = take_in(content)
    except WordRefusedError as refused:
        raise CannotBeError(str(refused), field="file") from refused
    there = word_held()
    if not key:
        key = slugify(name)[:40] or "letter"
        if key in there or key in held():
            raise CannotBeError("There is one of this name already.", field="name")
    before = there.get(key)
    made = WordTemplate(
        key=key,
        version=(before.version if before else 0) + 1,
        name=name,
        for_whom=ForWhom(for_whom).value,
        subject=subject[:120],
        content=taken.content,
        fields=list(taken.fields),
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    nothing_to_tell("Words of the council's, no person's record.")
    concerns([], word_template=key, version=made.version)
    return made
