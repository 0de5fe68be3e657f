"""Families told by hand, so that each room has something true to show. The first holds the demo sign-ins."""

from __future__ import annotations

from collections.abc import Callable

from kith.demo.draft import Draft

STORIES: tuple[Callable[[Draft], None], ...] = ()
