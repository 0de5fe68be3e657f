"""Signing in by a code that is sent: who chose it, where it goes, and one code at a time (docs/adr/0161)."""
