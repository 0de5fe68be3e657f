"""Settling rows that wait in staging: the page, the decision, carrying it out and undoing it."""
