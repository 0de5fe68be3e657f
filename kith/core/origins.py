"""The council and a locked store beside it answer to different host names: a browser sends its cookies to every port."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

SHARED = (
    "Both the council's pages and the advice service would answer to {names}. A browser sends the cookies of one to the"
    " other, whatever the port."
)
MEND = "Give each a host name of its own: KITH_HOSTS for the council, ADVICE_HOSTS for the advice service."


def shared(mine: Iterable[str], others: Iterable[str]) -> list[str]:
    """Those of `others` to which `mine` answer too. As in Django, * is every host and .a.org all below a.org."""
    own = [_bare(each) for each in mine]
    return sorted({each for each in others if any(_meet(one, _bare(each)) for one in own)})


def faults() -> list[str]:
    """What is wrong with this process's host names, in one line each; nothing outside production."""
    names = shared(settings.ALLOWED_HOSTS, settings.OTHER_HOSTS) if settings.PRODUCTION else []
    return [SHARED.format(names=", ".join(names))] if names else []


@register(Tags.security, deploy=True)
def apart(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """`check --deploy` says so."""
    return [Error(each, hint=MEND, id="kith.E001") for each in faults()]


def _bare(host: str) -> str:
    """A host as it is compared: without its port, size of letters, and the dot at its end."""
    name = host.strip().lower()
    if not name.startswith("["):
        name = name.split(":")[0]
    return name if name == "*" else name.rstrip(".")


def _meet(one: str, other: str) -> bool:
    if "*" in {one, other} or one == other:
        return True
    return any(
        wide.startswith(".") and (narrow == wide[1:] or narrow.endswith(wide))
        for wide, narrow in ((one, other), (other, one))
    )
