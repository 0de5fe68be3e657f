"""How Kith looks: base pages, components in plain English, and drawings of families."""
