"""Kithshire: a synthetic authority of invented people, any size, the same for the same seed."""
