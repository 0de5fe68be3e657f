"""A process of its own, with Django, inside one scratch database: sessions, and the work that a page costs.

Reads one order as JSON from standard input, writes its answer as JSON to standard output.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from kith.bench.scratch import Scratch
from kith.core.postgres import PostgresError


def ask(scratch: Scratch, order: dict[str, Any]) -> Any:
    """Run an order in a process of the app's login. Raises PostgresError when it fails."""
    told = subprocess.run(
        [sys.executable, "-m", "kith.bench.inside"],
        input=json.dumps(order | {"superuser": scratch.urls.superuser}),
        env=dict(scratch.environment("app")),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if told.returncode != 0:
        raise PostgresError("The bench could not work inside its database; the lines above say why.")
    return json.loads(told.stdout)


def main() -> None:
    """Read the order, do it, write the answer."""
    order = json.load(sys.stdin)
    import django

    django.setup()
    from kith.bench.counting import count
    from kith.bench.sessions import sign_in, sign_in_families

    if order["do"] == "sign in":
        answer: Any = sign_in(order["superuser"], order["readers"])
    elif order["do"] == "sign in families":
        answer = sign_in_families(order["superuser"], order["readers"])
    else:
        answer = count(order["superuser"], order["requests"])
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
