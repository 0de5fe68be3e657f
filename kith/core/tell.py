"""The ports by which lower rooms check permission and tell the story without importing the rooms above."""

from __future__ import annotations

from uuid import UUID

from kith.core.ports import Port

# permit(by: Actor, permission: str, persons: Iterable[UUID] = ()) -> None; raises NotPermittedError.
permit: Port[..., None] = Port("core.permit", "checks that an actor may do something to some people")
# tell(by: Actor, about: Iterable[UUID], title: str, facts: dict | None = None) -> UUID of the event.
tell: Port[..., UUID] = Port("core.tell", "writes one event on the story of the people concerned")
# person_created(by: Actor, person: UUID) -> None.
person_created: Port[..., None] = Port("core.person_created", "lets whoever adds a person open that record")
# kept_apart(person: UUID, other: UUID): `other` may not know where `person` lives, as of today.
kept_apart: Port[..., object] = Port(
    "core.kept_apart", "looks through again what somebody kept apart was given"
)
