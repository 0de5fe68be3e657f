"""Hears which chats moved, so that a browser that asks whether anything is new is answered without a query.

One thread in each web process listens to PostgreSQL. While it cannot listen it knows nothing, and everything is asked of
the database: a line may then come a moment later, and never gets lost.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import OrderedDict

import psycopg
from django.db import connection

log = logging.getLogger(__name__)
CHANNEL = "advice_chat"
MOST = 5000
AGAIN_IN = 2.0


class Ear:
    """The last revision heard of each chat, by the digest of its secret."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, int] = OrderedDict()
        self._lock = threading.Lock()
        self._listening = False
        self._process = 0

    def nothing_new(self, secret: str, revision: int) -> bool:
        """Whether it is sure that this chat has not moved since `revision`."""
        self._begin()
        with self._lock:
            return self._listening and self._known.get(secret) == revision

    def seen(self, secret: str, revision: int) -> None:
        """The database just answered with this revision."""
        with self._lock:
            if self._listening and self._known.get(secret, 0) < revision:
                self._known[secret] = revision
                self._known.move_to_end(secret)
                while len(self._known) > MOST:
                    self._known.popitem(last=False)

    def deaf(self) -> None:
        """What was heard counts no more."""
        with self._lock:
            self._listening = False
            self._known.clear()

    def _begin(self) -> None:
        if self._process == os.getpid():
            return
        with self._lock:
            if self._process == os.getpid():
                return
            self._process = os.getpid()
            self._listening = False
            self._known.clear()
        threading.Thread(target=self._listen, name="chat-ear", daemon=True).start()

    def _listen(self) -> None:
        wait = threading.Event()
        while True:
            try:
                self._hear()
            except (psycopg.Error, OSError):
                log.warning("The chat's ear lost the database; it listens again.")
            self.deaf()
            wait.wait(AGAIN_IN)

    def _hear(self) -> None:
        held = connection.get_connection_params()
        asked = {key: held[key] for key in ("dbname", "user", "password", "host", "port") if held.get(key)}
        with psycopg.connect(**asked, autocommit=True) as listening:
            listening.execute(f"LISTEN {CHANNEL}".encode())
            with self._lock:
                self._known.clear()
                self._listening = True
            for told in listening.notifies():
                secret, _, revision = told.payload.partition(" ")
                with self._lock:
                    if secret in self._known and revision.isdigit():
                        self._known[secret] = max(self._known[secret], int(revision))


EAR = Ear()
