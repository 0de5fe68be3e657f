"""What both stories of going home share: a girl in care and her mother, each on her own page, and their worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from playwright.sync_api import Browser, Page

from tests.bonds.home import ago
from tests.bonds.test_going_home import Way
from tests.stories.serving import device


@dataclass
class Homecoming:
    """Ada, whom her worker Rosa brings home to her mother Mara."""

    way: Way
    desk: Page
    house: str

    @property
    def page(self) -> str:
        return f"{self.house}/people/{self.way.child.id}/going-home/"

    def goes(self, link: str, **fields: Any) -> None:
        """One step on the page: labels with their words, days as dates, True for a choice."""
        self.desk.goto(self.page)
        self.desk.get_by_role("link", name=link).first.click()
        for label, value in fields.items():
            if value is True:
                self.desk.get_by_role("radio", name=label, exact=True).check()
            elif isinstance(value, date):
                group = self.desk.get_by_role("group", name=label)
                for part, name in (("day", "Day"), ("month", "Month"), ("year", "Year")):
                    group.get_by_label(name, exact=True).fill(str(getattr(value, part)))
            else:
                self.desk.get_by_label(label).fill(value)
        self.desk.get_by_role("button", name="Save").click()


def homecoming(browser: Browser, house: str, *, width: int = 1280) -> Homecoming:
    """Two years ago it was looked into; child and mother were asked."""
    way = Way(assessed=520)
    desk: Page = device(browser, house, way.lead, width).new_page()
    return Homecoming(way, desk, house)


LONG_AGO = ago(400)
