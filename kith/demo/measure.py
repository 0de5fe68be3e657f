"""Counts what was made, under the same names as the targets, one family at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta

from kith.demo.groups import LEGAL, age_band, ethnic_group, placement_group
from kith.demo.measure_need import NeedCounts
from kith.demo.routes import KIN, OPEN_ROUTES
from kith.demo.shapes.bundle import DemoFamily
from kith.demo.shapes.care import DemoEpisode
from kith.demo.working_days import age_on

MISSED_REASONS = frozenset({"X1", ""})


class Measure:
    """Add families, then read `shares()`."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.counts: dict[str, Counter[str]] = defaultdict(Counter)
        self.bases: Counter[str] = Counter()
        self._need = NeedCounts(today, self.count)

    def count(self, group: str, key: str, *, base: bool = True) -> None:
        """One more; `base` says whether the group's total grows too."""
        self.counts[group][key] += 1
        self.bases[group] += base

    def add(self, family: DemoFamily) -> None:
        """Count one family; the told stories are left out, being chosen and not drawn."""
        if family.story:
            return
        self._with_kin(family)
        if family.route == KIN:
            return
        self._need.add(family)
        for _ in family.children:
            self.count("known", "open" if family.route in OPEN_ROUTES else "closed")
            if family.route in OPEN_ROUTES:
                self.count(
                    "open",
                    {"care": "looked after", "protection": "protection plan"}.get(family.route, "other"),
                )
        if family.route == "care":
            self._looked_after(family)
        self._changes(family)
        self._left(family)

    def _with_kin(self, family: DemoFamily) -> None:
        """Kinship care, by whom it is known: not looked after, or fostered by family; beside all who are looked after."""
        for _ in family.kin_care:
            self.count("kin_or_care", "with kin, not looked after")
            self.count("kinship", "not looked after")
        if family.route != "care":
            return
        for one in family.episodes:
            if one.end is None:
                self.count("kin_or_care", "looked after")
                if placement_group(one.placement) == "foster, relative or friend":
                    self.count("kinship", "family foster care")

    def _looked_after(self, family: DemoFamily) -> None:
        people = {person.id: person for person in family.people}
        now = {one.person: one for one in family.episodes if one.end is None}
        alone = {one.person for one in family.unaccompanied}
        gone = {one.person for one in family.missing if one.start > self.today - timedelta(days=365)}
        for child, episode in now.items():
            person = people[child]
            if person.dob is None:
                continue
            self.count("looked_after_age", age_band(age_on(person.dob, self.today)))
            self.count("looked_after_sex", person.sex)
            self.count("looked_after_ethnicity", ethnic_group(person.ethnicity))
            self.count("looked_after_need", episode.need)
            self.count("looked_after_legal", LEGAL.get(episode.legal_status, "protected"))
            self.count("looked_after_placement", placement_group(episode.placement))
            self.count("looked_after_unaccompanied", "yes" if child in alone else "no")
            self.count("missing_in_year", "yes" if child in gone else "no")
            if episode.miles is not None:
                self.count(
                    "looked_after_distance", "20 miles or less" if episode.miles <= 20 else "over 20 miles"
                )
            self.count("looked_after_moves", self._homes(family.episodes, child))
            others = [one.address for who, one in now.items() if who != child]
            if others:
                apart = any(address != episode.address for address in others)
                self.count("siblings_apart", "apart" if apart else "together")

    def _homes(self, episodes: tuple[DemoEpisode, ...], child: object) -> str:
        since = self.today - timedelta(days=365)
        starts = [
            one
            for one in episodes
            if one.person == child
            and one.reason_new in {"S", "P", "B", "T", "U"}
            and (one.end is None or one.end > since)
        ]
        homes = len(starts)
        return "3 or more" if homes >= 3 else "fewer"

    def _changes(self, family: DemoFamily) -> None:
        for one in family.episodes:
            if one.reason_change and one.end and one.end > self.today - timedelta(days=365):
                self.count("placement_change", one.reason_change)

    def _left(self, family: DemoFamily) -> None:
        for one in family.episodes:
            if one.reason_ceased in MISSED_REASONS:
                continue
            if family.route == "left_care":
                kind = {"E11": "adopted", "E12": "adopted"}.get(one.reason_ceased, one.reason_ceased)
                self.count("left_care_under_18", "SGO" if kind in {"E45", "E46", "E47", "E48"} else kind)
            elif family.route == "care_leaver":
                self.count("left_care_at_18", one.reason_ceased)
        for year in family.care_leaver_years:
            home = year.accommodation
            self.count(
                "care_leaver_home",
                "not known" if home == "0" else "suitable" if home.endswith("1") else "unsuitable",
            )
            if home != "0":
                self.count(
                    "care_leaver_day",
                    "not in education or work"
                    if year.activity[0] == "G"
                    else "higher education"
                    if year.activity in {"F1", "P1"}
                    else "other",
                )
            self.count("care_leaver_touch", year.in_touch)

    def share(self, group: str, key: str) -> float:
        """The share made (0 to 1) of a target's group and key."""
        return self.counts[group][key] / max(1, self.bases[group])
