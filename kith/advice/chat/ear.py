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
AGAIN_IN, LONGEST = 2.0, 60.0
"""Seconds before it tries again: twice as long each time that it fails."""


class Ear:
    """The last revision heard of each chat, by the digest of its secret."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, int] = OrderedDict()
        self._lock = threading.Lock()
        self._listening = False
        self._process = 0
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._pause = AGAIN_IN

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

    def end(self) -> None:
        """Listen no more; whoever asks next makes it begin again."""
        with self._lock:
            self._ended.set()
            self._process = 0
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(timeout=5)
        self.deaf()

    def _begin(self) -> None:
        if self._process == os.getpid():
            return
        with self._lock:
            if self._process == os.getpid():
                return
            self._process = os.getpid()
            self._listening, self._pause = False, AGAIN_IN
            self._known.clear()
            self._ended = threading.Event()
            self._thread = threading.Thread(
                target=self._listen, args=[self._ended], name="chat-ear", daemon=True
            )
            self._thread.start()

    def _listen(self, ended: threading.Event) -> None:
        while not ended.is_set():
            try:
                self._hear(ended)
            except (psycopg.Error, OSError):
                # Once for each loss, not for each try.
                if self._pause == AGAIN_IN and not ended.is_set():
                    log.warning("The chat's ear lost the database; it listens again.")
            if not ended.is_set():
                self.deaf()
                ended.wait(self._pause)
                self._pause = min(self._pause * 2, LONGEST)

    def _hear(self, ended: threading.Event) -> None:
        held = connection.get_connection_params()
        asked = {key: held[key] for key in ("dbname", "user", "password", "host", "port") if held.get(key)}
        with psycopg.connect(**asked, autocommit=True) as listening:
            listening.execute(f"LISTEN {CHANNEL}".encode())
            with self._lock:
                if ended.is_set():
                    return
                self._known.clear()
                self._listening, self._pause = True, AGAIN_IN
            while not ended.is_set():
                for told in listening.notifies(timeout=0.5):
                    self._heard(told.payload)

    def _heard(self, payload: str) -> None:
        secret, _, revision = payload.partition(" ")
        with self._lock:
            if secret in self._known and revision.isdigit():
                self._known[secret] = max(self._known[secret], int(revision))


EAR = Ear()
