"""What `make run` says once Kith answers."""

from __future__ import annotations

import os

from kith.demo.accounts import DEMO_ACCOUNTS, DEMO_PASSWORD


def lines(host: str, port: int) -> list[str]:
    """The address, and outside production the demo sign-ins."""
    place = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::"} else host  # noqa: S104 - only for showing
    found = [f"Kith is at http://{place}:{port}/"]
    if os.environ.get("KITH_ENV") != "production":
        found.append(f"Demo sign-ins (password {DEMO_PASSWORD}):")
        found += [f"  {each.login:<34} {each.says}" for each in DEMO_ACCOUNTS]
    return found
