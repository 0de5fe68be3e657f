"""How the council keeps its duties, in figures in which nobody can be known (docs/adr/0114)."""
