"""A check that ends as none should is told with its status and what it said."""

from __future__ import annotations

import pytest

from kith.bench.checking import run_alone
from kith.core.postgres import PostgresError


def test_what_a_process_said_at_its_end_is_told() -> None:
    dies = "import sys; print('reading', 'kith: a rule cannot be read', sep=chr(10), file=sys.stderr); sys.exit(2)"
    with pytest.raises(
        PostgresError, match=r"the floor of a check ended with 2: kith: a rule cannot be read$"
    ):
        run_alone(["-c", dies], {0, 1})
    with pytest.raises(PostgresError, match="ended with -9: it said nothing"):
        run_alone(["-c", "import os; os.kill(os.getpid(), 9)"], {0, 1})


def test_one_that_ends_as_it_may_has_its_time_and_memory() -> None:
    took = run_alone(["-c", "raise SystemExit(1)"], {0, 1})
    assert took.seconds > 0
    assert took.memory > 2**20
