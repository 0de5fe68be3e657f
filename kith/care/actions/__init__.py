"""What workers write down of being looked after."""

from kith.care.actions.places import doubts_about, record_place

__all__ = ["doubts_about", "record_place"]
