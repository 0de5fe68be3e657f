"""A year of help in each family that has it: who asked, who led, what was planned, decided, done, and said of it."""

from __future__ import annotations

from kith.demo.lives.make import lead_role_for, make_life

__all__ = ["lead_role_for", "make_life"]
