"""What is read of homes. `lawful_on` is for the rooms above: whether a child may live in a home on a night."""

from kith.homes.queries.lawful import lawful_on, lawfully

__all__ = ["lawful_on", "lawfully"]
