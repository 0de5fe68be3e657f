"""The web server: gunicorn, with threads, each process with its own pool of connections."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from socket import socket
from typing import Any

from gunicorn.app.base import BaseApplication

from kith.cli.lasting import give_back, keep_what_stays


class KithServer(BaseApplication):  # type: ignore[misc]
    """gunicorn run from our own command, so that there is no second configuration to keep."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for key, value in self.options.items():
            self.cfg.set(key, value)

    def load(self) -> Any:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
        from kith.config.wsgi import application

        return application


def serve(address: socket, *, workers: int, ready: Callable[[], None]) -> None:
    """Listen on `address` until told to stop; `ready` is called as soon as it does.

    The access log stays off: addresses of records are nobody's to keep there.
    """
    KithServer(
        {
            "bind": f"fd://{address.detach()}",
            "post_worker_init": lambda _worker: _begin(),
            "worker_exit": lambda _server, _worker: give_back(),
            "when_ready": lambda _server: ready(),
            "workers": workers,
            "worker_class": "gthread",
            "threads": 8,
            "timeout": 60,
            "graceful_timeout": 20,
            "keepalive": 5,
            "max_requests": 20000,
            "max_requests_jitter": 2000,
            "loglevel": "warning",
            "accesslog": None,
            "limit_request_line": 4094,
            "forwarded_allow_ips": os.environ.get("KITH_PROXY", "127.0.0.1"),
            "control_socket_disable": True,
        }
    ).run()


def _begin() -> None:
    """What each web process does before it takes its first page."""
    _leave_interrupts_to_the_server()
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018 - the views of every room are read here, not while somebody waits
    keep_what_stays()


def _leave_interrupts_to_the_server() -> None:
    """In a web process: Ctrl-C reaches every process of a terminal, and the server tells this one as well.

    Two orders to end at once lock its threads' pool, until the server kills it twenty seconds later.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
