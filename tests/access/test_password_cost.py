"""What a password costs who guesses it: a process of its own is asked, for tests themselves hash lightly."""

from __future__ import annotations

import os
import subprocess
import sys

ASKED = """
import django
django.setup()
from django.contrib.auth.hashers import make_password
print(make_password("family-first"))
"""


def test_a_password_is_hashed_at_the_cost_that_guards_it() -> None:
    said = subprocess.run(
        [sys.executable, "-c", ASKED], capture_output=True, text=True, check=True, env=dict(os.environ)
    ).stdout
    kind, variety, _, costs, *_ = said.split("$")
    assert (kind, variety) == ("argon2", "argon2id")
    cost = dict(part.split("=") for part in costs.split(","))
    # The least that OWASP's Password Storage Cheat Sheet gives for Argon2id is 19 MiB, twice over.
    assert int(cost["m"]) >= 19 * 1024
    assert int(cost["t"]) >= 2
