"""Advice sheets: written by one, checked by another, dated, searched, and looked at again before they go stale."""
