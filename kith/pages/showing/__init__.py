"""Show this to the family: the worker's own device, locked to one page until the worker's password."""
