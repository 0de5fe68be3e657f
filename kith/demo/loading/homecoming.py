"""Of the family told by hand: two ways home, what had to be in place, who said what, the nights, and the year after."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from kith.demo.loading.sheet import Sheet
from kith.demo.stories.homecoming import AGAIN, HERS, HIS

HOW = "Talked through at home, with the page in front of us."


def load_homecoming(sheet: Sheet) -> None:
    """After people and episodes; nothing for any other family."""
    if sheet.family.story != "home_again":
        return
    by = sheet.family.involvements[0].worker
    mother = next(each for each in sheet.family.people if each.part == "parent")
    tess, jody = sheet.family.children

    def ago(days: int) -> date:
        return sheet.today - timedelta(days=days)

    went, year = HERS[1], ago(HERS[1] - 366)
    way = sheet.add(
        *("bonds_goinghome", by, tess, "Mum", ago(went + 150), "medium"),
        *("Kelly has not used for a year, and has a home of her own.", "Money at the end of the month."),
        *(ago(went + 90), "Ruth Hart", "s20", ago(went), "", year, "lasted"),
        "Nights at home for three months, and somebody who rang back, made it last.",
    )
    for what, who, help_given, done in (
        ("A bed of her own", "We do", "We paid for it.", 70),
        ("The school near Mum has a place", "Kelly and the school", "We went there together.", 40),
        ("Somebody to ring at night", "Auntie Jo", "", 30),
    ):
        sheet.add("bonds_homemust", by, way, tess, what, who, help_given, ago(went + 20), ago(went + done))
    _said(
        sheet,
        by,
        way,
        tess,
        (tess, "yes", "I want to live with Mum and my cat."),
        (mother.id, "yes", "I am ready."),
        days=went + 100,
    )
    for nights, how in (
        (80, "A good night. Tess asked when the next is."),
        (60, "One quarrel, made up by bedtime."),
    ):
        sheet.add(
            "bonds_homenight", by, way, tess, ago(went + nights), ago(went + nights - 2), how, "I slept well."
        )
    for after, goes in ((13, "well"), (40, "some"), (130, "well"), (220, "well"), (310, "well")):
        more = "A Saturday group for Tess." if goes == "some" else ""
        sheet.add(
            "bonds_homelookedat",
            by,
            way,
            tess,
            ago(went - after),
            goes,
            "It is good.",
            "Some days are long.",
            more,
        )
    went = HIS[1]
    way = sheet.add(
        *(
            "bonds_goinghome",
            by,
            jody,
            "Mum",
            ago(went + 10),
            "high",
            "Jody runs home most nights.",
            "Rows with his mother.",
        ),
        *(
            None,
            "",
            "s20",
            ago(went),
            "He stayed and would not come back. Nothing was ready.",
            ago(AGAIN),
            "came_back",
        ),
        "No nights before, and help came after seven weeks. Next time help is there on the first day.",
    )
    _said(
        sheet,
        by,
        way,
        jody,
        (jody, "yes", "I am not going back."),
        (mother.id, "unsure", "Not like this."),
        days=went,
    )
    for after, goes, more in ((20, "some", ""), (90, "stuck", "Marta comes each morning.")):
        sheet.add(
            "bonds_homelookedat",
            by,
            way,
            jody,
            ago(went - after),
            goes,
            "We shout.",
            "I cannot do this alone.",
            more,
        )


def _said(sheet: Sheet, by: UUID, way: UUID, child: UUID, *told: tuple[UUID, str, str], days: int) -> None:
    for person, says, words in told:
        on = sheet.today - timedelta(days=days)
        sheet.add("bonds_homesay", by, way, child, person, says, words, on, on, HOW)
