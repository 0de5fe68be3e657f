"""Families told by hand, so that each room has something true to show. The first holds the demo sign-ins."""

from __future__ import annotations

from collections.abc import Callable

from kith.demo.draft import Draft
from kith.demo.stories.beginnings import baby_on_the_way, sealed, waiting_for_adopters
from kith.demo.stories.growing_up import here_alone, nineteen, on_remand, short_breaks
from kith.demo.stories.hidden import relocated, rows_that_disagree
from kith.demo.stories.homecoming import home_again
from kith.demo.stories.kin import gran_steps_in, siblings_apart, twins
from kith.demo.stories.safe_home import safe_home

STORIES: tuple[Callable[[Draft], None], ...] = (
    safe_home,
    gran_steps_in,
    siblings_apart,
    baby_on_the_way,
    here_alone,
    on_remand,
    twins,
    waiting_for_adopters,
    short_breaks,
    nineteen,
    sealed,
    relocated,
    rows_that_disagree,
    home_again,
)
