"""Addresses of homes: the register by role, and finding one for a child."""

from __future__ import annotations

READ = ("homes_register", "homes_waiting", "homes_together", "homes_carers")
KEEP = ("homes_add", "homes_provider", "homes_enquiry")
KEEP_ONE = (
    "homes_stage",
    "homes_step",
    "homes_member",
    "homes_member_ends",
    "homes_bar_ends",
    "homes_done",
    "homes_tie",
    "homes_did",
    "homes_happened",
    "homes_notified",
)
FIND_ONE = (
    "find_home_needs", "find_home_among", "find_home_close", "find_home_homes", "find_home_list", "find_home_step",
)  # fmt: skip
