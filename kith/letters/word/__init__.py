"""A council's own Word file as a template: opened with care, its fields found, filled in its own look, and cleaned."""
