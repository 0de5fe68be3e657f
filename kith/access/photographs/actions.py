"""A worker gives or takes back their own photograph; a family account chooses to see none."""

from __future__ import annotations

from django.utils import timezone

from kith.access.models import NoPhotographs, Photograph
from kith.access.roles import role_named
from kith.core.action import NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.files import FileRefusedError
from kith.core.files.hidden_facts import ends_where_it_ends, sides, without_hidden_facts
from kith.core.files.kinds import check_declared, told_by_content

# A face on a phone needs no more; a larger picture is slow where signal is poor.
LARGEST = 2**20
LONGEST_SIDE = 4000
KINDS = frozenset({"image/jpeg", "image/png"})
OWN = "a worker's own face, and one's own choice, are nobody's story"


def clean_picture(content: bytes, *, name: str, declared: str) -> tuple[str, bytes]:
    """(media type, the picture without place, camera, times, words and whatever was put behind it).

    Raises FileRefusedError, with words for whoever gave it: over 1 MB, over 4,000 pixels, no JPEG or PNG told by its
    content, named as something else, or not whole.
    """
    if len(content) > LARGEST:
        raise FileRefusedError("This picture is larger than 1 MB. Make it smaller, and try again.")
    kind = told_by_content(content[: 2**16]) if content else None
    if kind is None or kind.mime not in KINDS:
        raise FileRefusedError("Choose a JPEG or PNG picture.")
    check_declared(kind, name, declared)
    try:
        whole = ends_where_it_ends(content, kind.mime)
        wide, high = sides(whole, kind.mime)
    except (ValueError, IndexError):
        raise FileRefusedError("This picture is not whole. Save it again, and try once more.") from None
    if not (0 < wide <= LONGEST_SIDE and 0 < high <= LONGEST_SIDE):
        raise FileRefusedError("This picture has too many points. Make it smaller than 4,000 by 4,000.")
    return kind.mime, without_hidden_facts(whole, kind.mime)


@action("access.give_photograph")
def give_photograph(*, by: Actor, content: bytes, name: str, declared: str = "") -> None:
    """Show this face to those whom the actor is named to, in place of the one before.

    Raises FileRefusedError, and NotPermittedError for a family's account.
    """
    checked()
    if role_named(by.role).family:
        raise NotPermittedError("Photographs here are of workers.")
    nothing_to_tell(OWN)
    media_type, clean = clean_picture(content, name=name, declared=declared)
    Photograph.objects.filter(account_id=by.id).delete()
    kept = Photograph(account_id=by.id, media_type=media_type, content=clean, given_at=timezone.now())
    kept.save(force_insert=True)
    concerns([], size=len(clean))


@action("access.take_back_photograph")
def take_back_photograph(*, by: Actor) -> None:
    """The actor's own photograph is gone, at once and from the database. Taking it back again changes nothing."""
    checked()
    nothing_to_tell(OWN)
    Photograph.objects.filter(account_id=by.id).delete()


@action("access.hide_photographs")
def hide_photographs(*, by: Actor, hide: bool) -> None:
    """The acting family account sees no worker's photograph from now on, or sees them again."""
    checked()
    if not role_named(by.role).family:
        raise NotPermittedError("This is for a page of one's own.")
    nothing_to_tell(OWN)
    NoPhotographs.objects.filter(account_id=by.id).delete()
    if hide:
        NoPhotographs(account_id=by.id, since=timezone.now()).save(force_insert=True)
