"""Connections: the app's login by default, the worker's for background work, the owner's for migrations."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from kith.core.postgres import Cluster, PostgresError
from kith.core.stores import store_of_process

# A database that is away is told within seconds; one that is back is found by the next request, and not only
# after the pool's ever longer waits between its own tries.
_POOL = {
    "min_size": 1,
    "max_size": int(os.environ.get("KITH_POOL", "10")),
    "timeout": 5,
    "reconnect_timeout": 5,
}


def databases(data: Path) -> dict[str, dict[str, Any]]:
    """Django's DATABASES. With no DATABASE_URL the embedded server's, whose start is the command's work."""
    app, owner, worker = (
        os.environ.get(name) for name in ("DATABASE_URL", "KITH_OWNER_URL", "KITH_WORKER_URL")
    )
    if not app:
        try:
            urls = Cluster(data, store=store_of_process()).urls()
        except PostgresError:
            # Commands such as `check --help` need settings but no database.
            return {"default": _nowhere(), "owner": _nowhere()}
        app, owner, worker = urls.app, urls.owner, urls.worker
    chosen = worker if os.environ.get("KITH_LOGIN") == "worker" and worker else app
    found = {"default": parse(chosen) | {"OPTIONS": _options(chosen, pooled=True)}}
    found["owner"] = parse(owner) | {"OPTIONS": _options(owner)} if owner else _nowhere()
    return found


def parse(url: str) -> dict[str, Any]:
    """A postgresql:// address as Django's keys. Raises ValueError for any other kind of address."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(
            "DATABASE_URL must begin with postgresql://: Kith keeps its record in PostgreSQL only."
        )
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "kith.core.postgres_backend",
        "NAME": unquote(parts.path.lstrip("/")) or query.get("dbname", "kith"),
        "USER": unquote(parts.username or query.get("user", "")),
        "PASSWORD": unquote(parts.password or query.get("password", "")),
        "HOST": query.get("host") or parts.hostname or "",
        "PORT": str(query.get("port") or parts.port or ""),
        "ATOMIC_REQUESTS": False,
        # kith.core.postgres_backend looks at what the pool gives; without a pool each connection is new.
        "CONN_HEALTH_CHECKS": False,
        "CONN_MAX_AGE": 0,
        "TIME_ZONE": None,
        "AUTOCOMMIT": True,
        "DISABLE_SERVER_SIDE_CURSORS": False,
        "TEST": {"CHARSET": None, "COLLATION": None, "NAME": None, "MIGRATE": True, "MIRROR": None},
    }


def _options(url: str, *, pooled: bool = False) -> dict[str, Any]:
    query = parse_qs(urlsplit(url).query)
    options: dict[str, Any] = {
        key: values[0]
        for key, values in query.items()
        if key in {"sslmode", "sslrootcert", "sslcert", "sslkey"}
    }
    if pooled:
        options["pool"] = dict(_POOL)
        # Reads that pages ask again and again are planned once in a connection (kith.core.reads): planning
        # the policies anew costs several times what running them does.
        options["prepare_threshold"] = 1
        options["options"] = "-c plan_cache_mode=force_generic_plan"
    else:
        options["options"] = "-c lock_timeout=3000 -c kith.migrating=on"
    return options


def _nowhere() -> dict[str, Any]:
    return parse("postgresql:///kith?host=/nonexistent") | {"OPTIONS": {}}
