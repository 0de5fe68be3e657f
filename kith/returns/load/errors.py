"""What stops a whole load, in one plain line."""

from __future__ import annotations

import psycopg
from django.db import Error as DjangoError


class LoadError(Exception):
    """Nothing was loaded; the message says why and what to do, fit to be shown."""


def plainly(error: BaseException) -> LoadError:
    """A database's error as one line. Nothing half written is ever left: the whole run is one transaction."""
    cause = error.__cause__ if isinstance(error, DjangoError) and error.__cause__ else error
    state = getattr(cause, "sqlstate", None) or ""
    if state == "53100":
        why = "The disk of the database is full. Make room on it, then load again."
    elif state == "42501":
        why = "This login may not load returns: give the worker's login its rights (`kith roles --sql`)."
    elif state in {"55P03", "40P01"}:
        why = "Something else is changing the same records. Wait for it to finish, then load again."
    elif isinstance(cause, psycopg.OperationalError):
        why = "The database did not answer, or went away. Check that it runs, then load again."
    else:
        why = f"The database refused the load ({state or type(cause).__name__})."
    return LoadError(f"{why} Nothing was loaded.")
