"""The embedded database under a living server: started again when it goes away."""

from __future__ import annotations

import sys
from threading import Event

from kith.cli.setup import data_folder
from kith.core.postgres import Cluster, PostgresError
from kith.core.stores import store_of_process

EVERY = 2.0  # seconds between looks


def keep_database(stop: Event) -> None:
    """Start the embedded server again whenever it is gone, until `stop` is set.

    What stands in the way is said once, and tried again.
    """
    cluster = Cluster(data_folder(), store=store_of_process())
    said = ""
    while not stop.wait(EVERY):
        try:
            if cluster.revive():
                _say("The database was gone. It has been started again.")
            said = ""
        except PostgresError as error:
            if str(error) != said:
                said = str(error)
                _say(said)


def _say(line: str) -> None:
    sys.stderr.write(f"kith: {line}\n")
    sys.stderr.flush()
