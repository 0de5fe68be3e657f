"""What cannot be, said to the person who typed it: which field, and what would mend it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from kith.core.action import CannotBeError

__all__ = ["SAYS", "CannotBeError", "plainly"]

# Constraint of the database -> the field it is about, and what to do.
SAYS = {
    "address_one_settled_home": (
        "from_on",
        "Another settled home covers some of these nights. Say when that one ended, or record this "
        "one as not settled.",
    ),
    "address_during_not_empty": ("until_on", "The last day must be after the first."),
    "contact_during_not_empty": ("until_on", "The last day must be after the first."),
    "name_during_not_empty": ("until_on", "The last day must be after the first."),
    "relationship_during_not_empty": ("until_on", "The last day must be after the first."),
    "may_know_during_not_empty": ("until_on", "The last day must be after the first."),
    "may_know_one_answer": ("from_on", "There is already an answer about these two for that time."),
    "may_know_is_between_two": ("other", "Choose somebody else: this is about two people."),
    "relationship_is_between_two": ("other", "Choose somebody else: nobody is their own relative."),
    "name_has_some_part": ("given", "Enter at least one part of the name."),
    "name_one_preferred": (
        "preferred",
        "Somebody has just chosen another name to use. Look again, and choose.",
    ),
    "identifier_local_is_one_person": (
        "value",
        "Another record already has this number. Check with whoever keeps the council's numbers.",
    ),
    "identifier_once_per_person": ("value", "This number is already recorded for this person."),
    "language_once": ("language", "This language is already recorded."),
    "disability_once": ("code", "This is already recorded."),
    "person_birth_known_or_not": ("born_on", "Enter the date, or say that it is not known."),
    "person_dies_after_birth": ("born_on", "The date of death would come before this date of birth."),
    "identity_one_canonical": ("", "This record has just been linked by somebody else. Look again."),
    "identity_is_between_two": ("", "These are the same record already."),
}


@contextmanager
def plainly() -> Iterator[None]:
    """Turn a refusal of the database into `CannotBeError`; any other error stays what it is.

    The block runs in a savepoint, so that what was typed can be shown again in the same request.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        said = SAYS.get(getattr(diagnosis, "constraint_name", None) or "")
        if said is None:
            raise
        raise CannotBeError(said[1], field=said[0]) from error
