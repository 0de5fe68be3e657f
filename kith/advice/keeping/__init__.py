"""How long words are kept: a dated rule, what everybody may read of it, and what nobody ended (docs/adr/0310)."""
