"""Pages of letters, for staff."""
