"""How often one place may ask the API: counted in each web process, so that an answer writes nothing."""

from __future__ import annotations

import os
import time
from collections import OrderedDict
from threading import Lock

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

A_MINUTE = int(os.environ.get("KITH_API_A_MINUTE", "0")) or 1200
"""Answers that one place gets from one process in a minute."""
PLACES = 10_000


class Limit:
    """A count for each place, begun anew each minute; the places that asked longest ago are forgotten."""

    def __init__(self, most: int = A_MINUTE) -> None:
        self.most = most
        self._lock = Lock()
        self._counts: OrderedDict[str, tuple[int, int]] = OrderedDict()

    def wait(self, place: str, now: float) -> int:
        """Seconds until this place may ask again; 0 where it may now."""
        minute = int(now // 60)
        with self._lock:
            began, count = self._counts.pop(place, (minute, 0))
            count = count + 1 if began == minute else 1
            self._counts[place] = (minute, count)
            if len(self._counts) > PLACES:
                self._counts.popitem(last=False)
        return 0 if count <= self.most else max(1, int((minute + 1) * 60 - now))


LIMIT = Limit()


def must_wait(request: HttpRequest) -> int:
    """Seconds that whoever asks must wait; 0 for none."""
    return LIMIT.wait(str(get_adapter().get_client_ip(request)), time.time())
