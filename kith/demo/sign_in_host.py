"""Whose sign-ins the demonstration's are. The name ends in .example, which nobody can own (RFC 2606)."""

SIGN_IN_HOST = "kithshire.example"
