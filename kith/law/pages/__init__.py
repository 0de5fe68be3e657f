"""The register as pages for staff: the law itself, what changes in it, what the council has set."""
