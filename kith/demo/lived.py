"""Where a child lived and who cared for them, as the homes of a time in care tell."""

from __future__ import annotations

from datetime import date

from kith.demo.draft import Child, Draft
from kith.demo.homes_found import Home
from kith.demo.shapes.people import DemoRelationship, DemoResidence


def live_there(draft: Draft, child: Child, homes: list[Home], end: date | None) -> None:
    """End the time at home; add each home in care with its carer. Of hidden ones the family is not told."""
    knows = tuple(person.id for person in (draft.mother,) if person)
    for n, residence in enumerate(draft.residences):
        if residence.person == child.id and residence.kind == "home" and residence.end is None:
            if residence.start < homes[0].start:
                draft.residences[n] = DemoResidence(
                    child.id, residence.address, residence.start, homes[0].start, "home", may_know=knows
                )
            else:
                del draft.residences[n]
            break
    stays = [home for home in homes if not home.same_carer]
    for n, home in enumerate(stays):
        following = stays[n + 1].start if n + 1 < len(stays) else end
        hidden = home.code in {"U4", "U5", "U6", "A3", "A4", "A5", "A6", "K1"}
        draft.residences.append(
            DemoResidence(
                child.id,
                home.address.id,
                home.start,
                following,
                "placement",
                protected=hidden,
                may_know=() if hidden else knows,
            )
        )
        if home.carer:
            draft.relationships.append(
                DemoRelationship(
                    child.id,
                    home.carer.id,
                    "kinship_foster_carer"
                    if home.code[:2] in {"U1", "U2", "U3"}
                    else "adopter"
                    if home.code.startswith("A")
                    else "foster_carer",
                    "",
                    home.start,
                    following,
                )
            )
