"""What stops a whole load, in one plain line."""

from __future__ import annotations

import tempfile

import psycopg
from django.db import Error as DjangoError


class LoadError(Exception):
    """Nothing was loaded; the message says why and what to do, fit to be shown."""


def plainly(error: BaseException) -> LoadError:
    """A database's error as one line. Nothing half written is ever left: the whole run is one transaction."""
    cause = error.__cause__ if isinstance(error, DjangoError) and error.__cause__ else error
    state = getattr(cause, "sqlstate", None) or ""
    hint = getattr(getattr(cause, "diag", None), "message_hint", None) or ""
    if state == "53100" or "free disk space" in hint:  # not every file that cannot grow has the state
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


def no_room(error: OSError) -> LoadError:
    """A temporary file of this machine's that could not be written, as one line."""
    why = (error.strerror or str(error)).lower()
    return LoadError(
        f"The temporary folder {tempfile.gettempdir()} cannot be written to ({why}). Make room there, or name"
        " another in TMPDIR, then load again. Nothing was loaded."
    )
