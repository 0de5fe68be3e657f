"""Of families told by hand: one boy's Lifelong Links, from the offer to a bond for life with his old football coach."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from kith.demo.loading.days import moment
from kith.demo.loading.sheet import Sheet

BEFORE = (
    ("Poppy", "my sister", 1),
    ("Toby", "my brother", 1),
    ("Nan", "in Whitby", 2),
    ("Denise", "where I live", 2),
)
SINCE = (("Coach Mo", "my football coach", 1), ("Marcus", "my friend", 2))


def load_links(sheet: Sheet) -> None:
    """For the boy in care who signs in, after his brothers and sisters."""
    boy = next((each for each in sheet.family.people if each.sign_in.startswith("in-care@")), None)
    if boy is None:
        return
    held = [each for each in sheet.family.involvements if each.person == boy.id and each.end is None]
    by, today = held[0].worker, sheet.today

    def ago(days: int) -> date:
        return today - timedelta(days=days)

    journey = ("At his kitchen table, with the cards.", "yes", ago(168), None)
    plan = (
        "Football with Mo every second Sunday. Mo rings me on my birthday, always.",
        "Kian, Mo, Denise, Ruth",
        ago(20),
    )
    sheet.add("bonds_linksjourney", by, boy.id, ago(170), *journey, *plan)
    account = sheet.account_of(boy.id)
    coach = sheet.add(
        *(
            "bonds_linkperson",
            account,
            moment(ago(165)),
            "family",
            boy.id,
            "Coach Mo",
            "my football coach, when I was eight",
        ),
        *(
            True,
            None,
            "met",
            "Trains the under-tens at the Leas on Saturdays.",
            None,
            "",
            None,
            None,
            ago(120),
        ),
        *("He rang Ruth and cried.", "I am Mo. I kept your shirt, number 7. Ring me through Ruth."),
    )
    sheet.add(
        *("bonds_linkperson", account, moment(ago(60)), "family", boy.id, "Uncle Dean", "he had the van"),
        *(
            True,
            None,
            "not_safe",
            "",
            None,
            "Some things have to be sorted out first. It is not because of you.",
            ago(50),
        ),
        *(today + timedelta(days=40), None, "", ""),
    )
    _drawn(sheet, account, boy.id, (ago(160), ago(15)))
    said = ("He is the one who comes. I want that for ever.", ago(12))
    answered = ("I am in. For life, lad.", "At the Leas, to Ruth.", ago(6))
    sheet.add(
        "bonds_lifelongbond", account, moment(ago(12)), "family", boy.id, coach, "Coach Mo", *said, *answered
    )


def _drawn(sheet: Sheet, account: UUID, boy: UUID, days: tuple[date, date]) -> None:
    for when, on, people in (("before", days[0], BEFORE), ("after", days[1], (*BEFORE, *SINCE))):
        for name, tie, closeness in people:
            sheet.add("bonds_linkdrawn", account, moment(on), "family", boy, when, name, tie, closeness)
