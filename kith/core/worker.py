"""The process for background work, as the worker's login: one loop takes tasks, one thread seals the logs.

Sealing is a thread and not a task of the queue: it must go on when the queue is full, stuck or being mended.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from threading import Event, Thread

import psycopg
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import ConnectorException
from procrastinate.psycopg_connector import PsycopgConnector

from kith.core.seal.forever import run_forever

log = logging.getLogger(__name__)
PATIENCE = 20.0  # seconds that tasks under way have to end when the worker is stopped


def run_worker(stop: Event, *, using: str = "default") -> None:
    """Do background work and seal the logs until `stop` is set. For a process with KITH_LOGIN=worker.

    A database that goes away is waited for; tasks under way at the stop are given twenty seconds.
    """
    sealing = Thread(target=run_forever, args=[stop], kwargs={"using": using}, name="sealing", daemon=True)
    sealing.start()
    while not stop.is_set():
        try:
            asyncio.run(_take_tasks(stop, using))
        except (psycopg.Error, ConnectorException) as error:
            log.error("Background work waits for the database. %s", str(error).strip().split("\n")[0])
            stop.wait(5)
    sealing.join(PATIENCE)


async def _take_tasks(stop: Event, using: str) -> None:
    connector = PsycopgConnector(kwargs=connector_params(using), min_size=1, max_size=4)
    with app.replace_connector(connector) as queue:
        async with queue.open_async():
            working = asyncio.create_task(
                queue.run_worker_async(
                    install_signal_handlers=False,
                    shutdown_graceful_timeout=PATIENCE,
                    delete_jobs="successful",
                )
            )
            while not stop.is_set() and not working.done():
                await asyncio.to_thread(stop.wait, 0.2)
            working.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await working
