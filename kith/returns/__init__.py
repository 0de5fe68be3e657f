"""The statutory returns: in, checked, and out."""
