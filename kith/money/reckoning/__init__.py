"""The pay calculator: facts in, pence out. Imports no Django and asks no database (docs/adr/0224)."""
