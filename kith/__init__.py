"""Kith: the open system for family-led children's social care in England."""

__version__ = "0.1.0"
