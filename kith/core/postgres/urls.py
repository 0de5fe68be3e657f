"""Connection addresses, one for each login."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from kith.core.stores import COUNCIL, named

OWNER = "kith_owner"
APP = "kith_app"
WORKER = "kith_worker"
LOGINS = (OWNER, APP, WORKER)


def logins(store: str = COUNCIL) -> tuple[str, ...]:
    """The three logins of a store: owner, app, worker."""
    return tuple(named(login, store) for login in LOGINS)


@dataclass(frozen=True)
class Urls:
    """libpq addresses of one database. They hold passwords, so they stay out of `repr` and of logs."""

    owner: str = field(repr=False)
    app: str = field(repr=False)
    worker: str = field(repr=False)
    superuser: str = field(repr=False)
    database: str = "kith"


def socket_url(directory: str, database: str, user: str, password: str, port: int = 5432) -> str:
    """Address of a server that listens on a unix socket in `directory`."""
    return (
        f"postgresql://{quote(user, safe='')}:{quote(password, safe='')}@/{quote(database, safe='')}"
        f"?host={quote(directory, safe='')}&port={port}"
    )


def with_database(url: str, database: str) -> str:
    """The same server and login, another database."""
    parts = urlsplit(url)
    return _join(parts.scheme, parts.netloc, f"/{quote(database, safe='')}", parts.query)


def with_login(url: str, user: str, password: str) -> str:
    """The same server and database, another login."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    netloc = f"{quote(user, safe='')}:{quote(password, safe='')}@{place}"
    # An address may name its login in the query too, where it would win over ours.
    query = "&".join(p for p in parts.query.split("&") if p.partition("=")[0] not in {"user", "password"})
    return _join(parts.scheme, netloc, parts.path, query)


def database_of(url: str) -> str:
    """Name of the database that an address points to."""
    return unquote(urlsplit(url).path.lstrip("/"))


def urls_for(superuser_url: str, database: str, passwords: Mapping[str, str], store: str = COUNCIL) -> Urls:
    """Addresses of `database` on the server of `superuser_url`; `passwords` is keyed by login name."""
    base = with_database(superuser_url, database)
    owner, app, worker = (with_login(base, login, passwords[login]) for login in logins(store))
    return Urls(owner=owner, app=app, worker=worker, superuser=base, database=database)


def _join(scheme: str, netloc: str, path: str, query: str) -> str:
    # urlunsplit drops the "//" of an empty host, which a socket address has.
    if netloc:
        return urlunsplit((scheme, netloc, path, query, ""))
    return f"{scheme}://{path}" + (f"?{query}" if query else "")
