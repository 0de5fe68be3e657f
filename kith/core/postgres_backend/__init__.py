"""Django's own PostgreSQL backend, with a pool that is looked at as a whole (see base.py)."""
