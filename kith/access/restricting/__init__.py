"""Restricting a record, lifting that again, and opening a restricted record by two."""
