"""One duty of the register: what starts it, its clocks, what meets or excuses it, and its source."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from kith.law.deadline import Deadline

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[0-9]{2}$")]
Status = Literal["in_force", "prospective", "guidance", "local_default", "beyond_the_law"]
Confidence = Literal["found", "partly_found", "recalled", "local_default"]
Recurrence = Literal["once", "second", "third_and_later", "second_and_later", "every"]

# What a council sets or promises for itself; everything else is law or guidance for all of England.
LOCAL = ("local_default", "beyond_the_law")

# Which links of the chain a clock times: link 0 runs from the trigger, link n from the n-th time it was met.
LINKS: dict[Recurrence, tuple[int, int | None]] = {
    "once": (0, 0),
    "second": (1, 1),
    "third_and_later": (2, None),
    "second_and_later": (1, None),
    "every": (0, None),
}


class Part(BaseModel):
    """Frozen, and refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Clock(Deadline):
    """A deadline, which of the chain's links it times, and for links of which days it holds.

    `at_least` turns it round: the law gives the least time, not the most (how long a record is kept, how long
    somebody has to appeal). `held_from` and `held_before` bound the days on which a link that it times starts:
    for law that changed its number, and for what a council sets.
    """

    recurrence: Recurrence = "once"
    at_least: bool = False
    held_from: date | None = None
    held_before: date | None = None

    def holds(self, start: date) -> bool:
        """Whether it times a link that starts on this day."""
        begun = self.held_from is None or self.held_from <= start
        return begun and (self.held_before is None or start < self.held_before)

    @property
    def links(self) -> tuple[int, int | None]:
        """The first link, and the last or None for no end."""
        return LINKS[self.recurrence]


class Match(Part):
    """A kind of fact, and what its details must say (any of the values given)."""

    fact: str
    where: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Excuse(Match):
    """A fact that excuses the duty, or a span that suspends it, and the words for it."""

    says: Text


class Extension(Excuse):
    """A fact that moves the end to its own `until`: by so much at most, from the end or, if later, from its day.

    `in_all`: so much at most however often, counted from the first end.
    """

    most: Deadline | None = None
    in_all: bool = False


class Allowed(Part):
    """What the law of a duty lets a worker record on the page of due dates, and who may (docs/adr/0156).

    `how`: more time (`extended`), not needed (`excused`), or the clock stands still (`paused`). `reason` is its code,
    `asks` what the page offers, `says` the words in the explanation, `source` where the law allows it.
    """

    how: Literal["extended", "excused", "paused"]
    reason: Annotated[str, StringConstraints(pattern=r"^[a-z_]{3,20}$")]
    asks: Text
    says: Text
    source: Text
    by: Annotated[tuple[str, ...], Field(min_length=1)]
    most: Deadline | None = None
    in_all: bool = False

    def as_match(self, duty: str) -> dict[str, Any]:
        """The match that both engines work from."""
        found = {
            "fact": FACT_OF[self.how],
            "where": {"duty": [duty], "reason": [self.reason]},
            "says": self.says,
        }
        return found | ({"most": self.most, "in_all": self.in_all} if self.how == "extended" else {})


FACT_OF = {"extended": "duty_extended", "excused": "duty_excused", "paused": "duty_paused"}
_FIELD_OF = {"extended": "extended_by", "excused": "excused_by", "paused": "paused_by"}


class Applies(Part):
    """To whom the duty applies: in words, by the age on its start or due day, by the trigger's details."""

    says: str = ""
    age_from: int | None = Field(default=None, ge=0, le=25)
    age_under: int | None = Field(default=None, ge=1, le=26)
    age_on: Literal["start", "due"] = "due"
    where: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Source(Part):
    """Where the duty is written, and how much of it was really read. Local defaults may have no link."""

    citation: Text
    link: Annotated[str, StringConstraints(pattern=r"^(https://[^\s]+)?$")] = ""
    checked_on: date
    read: Text


class Shown(Part):
    """Whom of a family the duty may be shown to once its matter was released to them by name, and in which words.

    Both go on from "We must": `child` to the child or young person, `others` under the child's name.
    """

    to: Annotated[tuple[Literal["child", "parent", "carer"], ...], Field(min_length=1)]
    child: Text
    others: Text


class Duty(Part):
    """One duty. Field meanings are in the README of the data folder."""

    id: Code
    name: Text
    family_name: Text
    area: str = ""
    trigger: str
    clock: tuple[Clock, ...] = ()
    time_in_words: str = ""
    applies: Applies = Applies()
    opens: Deadline | None = None
    met_by: tuple[Match, ...] = ()
    met_by_end: bool = False
    same_ref: bool = False
    excused_by: tuple[Excuse, ...] = ()
    suspended_by: tuple[Excuse, ...] = ()
    paused_by: tuple[Excuse, ...] = ()
    extended_by: tuple[Extension, ...] = ()
    allows: tuple[Allowed, ...] = ()
    source: Source
    status: Status
    commences_on: date | None = None
    ends_on: date | None = None
    advisory: bool = False
    promised_from: date | None = None
    shown: Shown | None = None
    confidence: Confidence
    notes: str = ""

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if bool(self.met_by) == self.met_by_end:
            raise ValueError("say what meets it: either met_by facts, or met_by_end = true (one of the two)")
        if self.met_by_end and any(clock.recurrence != "once" for clock in self.clock):
            raise ValueError("a duty met by the end of its trigger happens once: use recurrence = 'once'")
        if any(clock.direction == "before" for clock in self.clock) and not self.same_ref:
            raise ValueError("a duty to be done before a day needs same_ref = true, to tie the two together")
        if self.status == "in_force" and self.commences_on is None:
            raise ValueError("law in force has a commences_on date; law without one is prospective")
        if self.commences_on and self.ends_on and self.ends_on <= self.commences_on:
            raise ValueError("ends_on is not after commences_on: correct one of the two dates")
        if self.confidence == "local_default" and self.status not in LOCAL:
            raise ValueError(
                "a number that is a local default is not law: use status local_default, or find it"
            )
        if self.clock and self.time_in_words:
            raise ValueError("time_in_words is for a time that no clock counts: take it or the clock away")
        if self.extended_by and not self.same_ref:
            raise ValueError("more time is given in one matter: it needs same_ref = true")
        if self.shown and not self._can_be_shown():
            raise ValueError(
                "a family is shown only what is to be done within a time, whatever age or details say"
            )
        return self

    @model_validator(mode="before")
    @classmethod
    def _allowed_are_matches(cls, data: Any) -> Any:
        """What is allowed excuses, pauses or extends like any other fact: the engines know no other way."""
        if not isinstance(data, dict) or not data.get("allows"):
            return data
        told = dict(data)
        for each in data["allows"]:
            allowed = Allowed.model_validate(each)
            field = _FIELD_OF[allowed.how]
            told[field] = [*told.get(field, ()), allowed.as_match(str(data.get("id", "")))]
        return told

    def _can_be_shown(self) -> bool:
        """The family's door reads the days of facts alone: no birth, and no details."""
        whom = self.applies
        named = (*self.met_by, *self.excused_by, *self.suspended_by, *self.paused_by, *self.extended_by)
        plain = not any(match.where for match in named) and not whom.where
        ageless = whom.age_from is None and whom.age_under is None
        timed = bool(self.clock) and not any(c.at_least or c.direction == "before" for c in self.clock)
        return plain and ageless and timed and self.opens is None and not self.met_by_end

    def kinds(self) -> dict[str, str]:
        """Every kind of fact it names, by the field that names it."""
        named = {"trigger": self.trigger}
        for field in ("met_by", "excused_by", "suspended_by", "paused_by", "extended_by"):
            named |= {f"{field}.{n}": match.fact for n, match in enumerate(getattr(self, field))}
        return named
