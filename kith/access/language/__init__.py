"""Whose choice decides the language of a page, and how somebody chooses."""
