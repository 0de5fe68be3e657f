"""What a year of Family Help leaves behind beside the plan: assessments, leads, needs, footings, offers, the door."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kith.core.labels import Label
from kith.demo.loading.days import days, moment
from kith.demo.loading.door import known_to, show_workers
from kith.demo.loading.sheet import Sheet
from kith.demo.loading.workforce import no_password
from kith.demo.shapes import DemoInvolvement
from kith.demo.sign_in_host import SIGN_IN_HOST


def load_life(sheet: Sheet, involvements: list[tuple[UUID, DemoInvolvement]]) -> None:
    """Everything of the family's life that no other loader knows."""
    family, life = sheet.family.id, sheet.family.life
    _assessments(sheet)
    for one in life.lead_changes:
        sheet.add(
            *("help_leadchange", one.by, family, one.old, one.new, one.on, one.reason, one.view, one.view_of),
            *(one.goodbye, one.hello, one.no_visit, one.said_goodbye, one.met_new),
        )
    for need in life.needs:
        label = int(Label.HEALTH if need.health else Label.NORMAL)
        sheet.add(
            *("help_adultneed", need.by, need.person, need.kind, need.words, need.since, need.until, label)
        )
    for basis in life.bases:
        sheet.add("help_statutorybasis", basis.by, basis.person, basis.basis, days(basis.start, basis.end))
    for offer in life.help_offers:
        sheet.add(
            *("help_helpoffer", offer.by, offer.person, "step_down", offer.what, offer.on, offer.by),
            *(offer.answer, offer.answered, offer.words, None),
        )
    _doors(sheet, involvements)


def _assessments(sheet: Sheet) -> None:
    before: list[UUID] = []
    for one in sheet.family.life.lookings:
        made = sheet.add(
            *("help_familyassessment", one.by, sheet.family.id, one.started, one.finished),
            *(one.agreed, one.agreed_by),
        )
        answers = []
        for said in one.answers:
            known = None if said.before is None else before[said.before]
            answers.append(
                sheet.add(
                    *("help_assessmentanswer", one.by, made, said.question, said.words, said.on),
                    *(known, said.event, said.again),
                )
            )
        before = answers


def _doors(sheet: Sheet, involvements: list[tuple[UUID, DemoInvolvement]]) -> None:
    """An account that nobody of the demo can sign in to, for whoever has a page; and the workers whom it was told of."""
    for person, opened, _ in sheet.family.life.doors:
        reader, account = sheet.people[person], sheet.account_of(person)
        login = f"family.{sheet.family.index}@{SIGN_IN_HOST}"
        sheet.put(
            *(
                "access_account",
                account,
                no_password(account),
                login,
                reader.name,
                "parent",
                None,
                None,
                "",
                "",
            ),
            *(True, opened, None),
        )
        knows = known_to(sheet, reader)
        for other, capacity in knows.items():
            sheet.add("access_dooraccess", account, other, capacity, f"[{moment(opened)},)")
        show_workers(sheet, reader, set(knows), involvements, since=opened - timedelta(days=1))
