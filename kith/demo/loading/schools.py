"""Where children go to school: invented schools, named after invented places."""

from __future__ import annotations

from datetime import date

from kith.demo.loading.days import days
from kith.demo.loading.sheet import Sheet

PRIMARY, SECONDARY = range(4, 11), range(11, 16)


def load_schools(sheet: Sheet) -> None:
    """The school of each child of school age, near where they live; none where that is kept safe."""
    places = {address.id: address for address in sheet.family.addresses}
    for home in sheet.family.residences:
        born = sheet.people[home.person].dob
        if home.end is not None or home.protected or born is None:
            continue
        # The age on the 31 August before this school year says which school it is.
        year = sheet.today.year - (sheet.today < date(sheet.today.year, 9, 1))
        age = year - born.year - ((born.month, born.day) > (8, 31))
        if age not in PRIMARY and age not in SECONDARY:
            continue
        stage, first = ("Primary School", 4) if age in PRIMARY else ("Academy", 11)
        since = max(home.start, date(year - age + first, 9, 1))
        place = places[home.address]
        name = f"{place.place} {stage}"
        sheet.add(
            "people_address",
            home.person,
            "school",
            f"{name}\n{place.place}",
            "",
            False,
            True,
            days(since, None),
        )
