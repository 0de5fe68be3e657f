"""Failures as one plain line each."""

from __future__ import annotations


class CannotError(Exception):
    """A command could not be done. The message is one plain line that says why and what to do."""


def plain_line(error: BaseException) -> str:
    """One line for any failure, without a traceback. `KITH_TRACE=1` shows all, for developers."""
    from django.db import InterfaceError, OperationalError, ProgrammingError
    from psycopg.errors import UndefinedTable
    from psycopg_pool import PoolTimeout

    from kith.core.postgres import PostgresError
    from kith.law.register.errors import RegisterError

    message = " ".join(str(error).split())
    if isinstance(error, PostgresError):
        return message
    if isinstance(error, RegisterError):
        more = len(error.faults) - 1
        rest = f" There are {more} more faults: kith law check lists them." if more else ""
        return f"The register of duties cannot be used. {error.faults[0]}{rest}"
    if isinstance(error, (OperationalError, InterfaceError, PoolTimeout)):
        if "No space left" in message or "disk full" in message.lower():
            return "The disk is full: make room and run it again. Nothing was half written."
        return f"The database does not answer ({message[:200]}). Start it with make run, then try again."
    if isinstance(error, ProgrammingError) and isinstance(error.__cause__, UndefinedTable):
        return "This database holds no record of Kith's yet. Start it once with make run, then try again."
    if hasattr(error, "format_message"):
        return str(error.format_message()) or "Name one of the commands that are listed above."
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    return f"It could not be done: {type(error).__name__}: {message[:300]}"
