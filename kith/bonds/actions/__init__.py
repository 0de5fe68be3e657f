"""Every write of this room."""

from kith.bonds.actions.siblings import end_elsewhere, looked_after_elsewhere, say_why_apart

__all__ = ["end_elsewhere", "looked_after_elsewhere", "say_why_apart"]
