"""The demonstration's sign-ins. Refused when KITH_ENV=production."""

from __future__ import annotations

from dataclasses import dataclass

from kith.demo.sign_in_host import SIGN_IN_HOST

DOMAIN = SIGN_IN_HOST
DEMO_PASSWORD = "family-first"  # noqa: S105 - public on purpose: demo data only


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One sign-in: `name`@kithshire.example, its role's code, and what it is for.

    `family`: the told family (see `kith.demo.stories`) of which it is a member; blank for workers, who work
    with the told families as `kith.demo.workers` and each story say.
    """

    name: str
    role: str
    says: str
    family: str = ""

    @property
    def login(self) -> str:
        return f"{self.name}@{DOMAIN}"


DEMO_ACCOUNTS = (
    DemoAccount("lead", "lead", "Family Help lead practitioner"),
    DemoAccount("manager", "manager", "team manager"),
    DemoAccount("social-worker", "social_worker", "social worker for children looked after"),
    DemoAccount("protection", "protection", "lead child protection practitioner"),
    DemoAccount("coordinator", "coordinator", "family group conference coordinator"),
    DemoAccount("reviewing", "reviewing", "independent reviewing officer"),
    DemoAccount("partner", "partner", "charity worker"),
    DemoAccount("health", "health", "health colleague"),
    DemoAccount("school", "school", "school colleague"),
    DemoAccount("front-door", "front_door", "front door and out of hours"),
    DemoAccount("analyst", "analyst", "analyst, de-identified views"),
    DemoAccount("returns", "returns", "returns officer"),
    DemoAccount("payments", "payments", "payments officer"),
    DemoAccount("director", "director", "director of children's services"),
    DemoAccount("auditor", "auditor", "auditor"),
    DemoAccount("admin", "admin", "administrator"),
    DemoAccount("parent", "parent", "a mother", "safe_home"),
    DemoAccount("young-person", "young_person", "a young person", "safe_home"),
    DemoAccount("in-care", "young_person", "a boy in care", "siblings_apart"),
    DemoAccount("carer", "carer", "a kinship carer", "gran_steps_in"),
    DemoAccount("mother", "parent", "a mother of two in care", "gran_steps_in"),
    DemoAccount("ex-partner", "parent", "a parent who has caused harm", "safe_home"),
)
