"""A family with a lead, for tests of what it is helped with."""

from __future__ import annotations

from typing import Any

from kith.access.models import Account, Involvement
from kith.core.acting import acting
from tests.support import make


class Mosses:
    """Ada and her mother Mara, their lead Rosa, Sam who may take over, and Mo who manages both."""

    def __init__(self) -> None:
        north = make.team("Family Help North")
        self.ada, self.mara = make.person("Ada", "Moss"), make.person("Mara", "Moss", born=None)
        make.tied(self.ada, self.mara)
        self.family = make.family(self.ada, self.mara, known_as="The Mosses")
        self.rosa = make.account("lead", in_team=north, display_name="Rosa Lindqvist")
        self.sam = make.account("lead", in_team=north, display_name="Sam Hill")
        self.mo = make.account("manager", in_team=north, display_name="Mo Boss")
        self.held = Involvement.objects.using(make.OWNER).create(
            account=self.rosa,
            family=self.family,
            role="lead_practitioner",
            label_mask=int(self.rosa.role_class.opens),
            during=make.always(),
        )


def does(account: Account, act: Any, **facts: Any) -> Any:
    """An action by an account, in a transaction of its own."""
    with acting(make.actor(account)):
        return act(by=make.actor(account), **facts)
