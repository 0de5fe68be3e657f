"""The address that `kith up` serves on: taken before anything else is started."""

from __future__ import annotations

import socket

from kith.cli.errors import CannotError


def take(host: str, port: int) -> socket.socket:
    """A socket that has the address and does not listen yet: who calls meanwhile is refused, not kept waiting.

    Raises CannotError when the address is another's or not this machine's.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        # A name that has both is served on the older kind, which every browser of the machine tries.
        family, kind, protocol, _, address = min(found, key=lambda each: each[0] != socket.AF_INET)
        taken = socket.socket(family, kind, protocol)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
    except OSError as why:
        said = (why.strerror or str(why)).lower()
        raise CannotError(
            f"Kith cannot listen on {host}, port {port} ({said}): name another with --port or --host."
        ) from why
    return taken
