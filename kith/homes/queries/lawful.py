"""Whether a home is lawful for a child on a night, as the register has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from kith.homes.models import Approval, Exclusion, Exemption, Home, HomeKind, Registration
from kith.homes.rules import Coming, Lawfully, Reason, TermsOf, against


def lawful_on(
    home: UUID, child_age: int, day: date, *, child: UUID | None = None, sex: str = ""
) -> list[Reason]:
    """Why a child of this age may not live in this home on this night; an empty list where it is lawful.

    For nights that were, are or may be: approval or registration, age, what excludes. How many live there is not asked:
    for that, and before a home is chosen, see `kith.homes.actions.choosing`. A home that is not in the register is
    unlawful: it is not registered. Four statements.
    """
    facts = lawfully([home], day, child=[child] if child else []).get(home)
    if facts is None:
        return [Reason("unknown", "It is not in the register of homes.")]
    return [
        each
        for each in against(facts, [Coming(years=child_age, sex=sex, id=child)], day)
        if each.code != "full"
    ]


def lawfully(homes: Sequence[UUID], day: date, *, child: Iterable[UUID] = ()) -> dict[UUID, Lawfully]:
    """Each home as the law sees it around a day, with what excludes these children or every child. Five statements."""
    rows = list(Home.objects.filter(id__in=homes).values_list("id", "kind", "opened_on", "closed_on"))
    terms: dict[UUID, list[TermsOf]] = defaultdict(list)
    kinds = {row[1] for row in rows}
    if HomeKind.FOSTER in kinds:
        for one in Approval.objects.filter(home_id__in=homes).order_by("-recorded_at"):
            terms[one.home_id].append(
                TermsOf(one.starts_on, one.ends_on, one.places, one.age_from, one.age_to, one.sex)
            )
    if kinds - {HomeKind.FOSTER}:
        for reg in Registration.objects.filter(home_id__in=homes).order_by("-recorded_at"):
            terms[reg.home_id].append(
                TermsOf(
                    reg.starts_on, reg.ends_on, reg.places, reg.age_from, reg.age_to, reg.sex, reg.suspended
                )
            )
    whom = list(child)
    holds = Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))
    barred: dict[UUID, str] = {}
    for bar in Exclusion.objects.filter(
        holds, Q(child_id__isnull=True) | Q(child_id__in=whom), home_id__in=homes
    ):
        barred[bar.home_id] = f"{bar.words} ({bar.get_by_display()})"
    exempt: dict[UUID, set[UUID]] = defaultdict(set)
    if whom and HomeKind.FOSTER in kinds:
        for let in Exemption.objects.filter(holds, child_id__in=whom, home_id__in=homes):
            exempt[let.home_id].add(let.child_id)
    return {
        home: Lawfully(
            kind,
            opened,
            closed,
            tuple(terms.get(home, ())),
            barred.get(home, ""),
            frozenset(exempt.get(home, ())),
        )
        for home, kind, opened, closed in rows
    }
