"""The `kith` command. JSON goes to standard output alone; progress and messages to standard error.

Exit status: 0 done; 1 done, and something was found wrong; 2 it could not be done, with one plain line why.
"""

from __future__ import annotations

import os
import sys

import typer

from kith.cli.commands import (
    advice,
    allowance,
    backup,
    bench,
    check,
    database,
    docs,
    duties,
    keys,
    law,
    load,
    offer,
    ofsted,
    person,
    returns,
    rules,
    serve,
    words,
)
from kith.cli.errors import CannotError, plain_line
from kith.core.visible import visible

app = typer.Typer(
    name="kith",
    help="Kith: the open system for family-led children's social care.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for module in (
    serve,
    database,
    backup,
    load,
    check,
    rules,
    returns,
    ofsted,
    offer,
    advice,
    person,
    duties,
    law,
    keys,
    docs,
    bench,
    words,
    allowance,
):
    module.add_to(app)


def run() -> None:
    """Entry point: turns every failure into one plain line and exit status 2."""
    try:
        # Without standalone mode, typer.Exit comes back as a number.
        sys.exit(app(standalone_mode=False) or 0)
    except typer.Exit as stop:
        sys.exit(stop.exit_code)
    except typer.Abort:
        sys.exit(130)
    except KeyboardInterrupt:
        sys.exit(130)
    except CannotError as why:
        _say(str(why))
    except Exception as error:
        if os.environ.get("KITH_TRACE"):
            raise
        _say(plain_line(error))


def _say(line: str) -> None:
    sys.stderr.write(f"kith: {visible(line)}\n")
    sys.exit(2)


if __name__ == "__main__":
    run()
