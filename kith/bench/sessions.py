"""Signed-in sessions, written straight into the session table: the bench measures pages, not passwords."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone

from kith.access.models import Account
from kith.access.sessions import SessionStore

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
MANAGERS_SHARE = 8
MOST_PEOPLE = 60
# Workers who are here now, each with people whom an involvement of today or the team's opens.
_READERS = """
SELECT a.id, a.password, (SELECT array_agg(p::text) FROM (
           SELECT DISTINCT g.person AS p FROM access_grant g
            WHERE g.actor = a.id AND g.level = 2 AND g.during @> now() ORDER BY 1 LIMIT %s) x) AS people
  FROM access_account a WHERE a.is_active AND (a.role = 'manager') = %s AND a.role NOT IN ('front_door', 'parent')
   AND EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = a.id AND g.level = 2 AND g.during @> now())
 ORDER BY a.id LIMIT %s"""


_MOTHERS = """
SELECT a.id, a.password, array_agg(d.person_id::text) FROM access_account a
  JOIN access_dooraccess d ON d.account_id = a.id GROUP BY a.id, a.password ORDER BY a.id LIMIT %s"""


def sign_in(superuser_url: str, readers: int) -> list[dict[str, Any]]:
    """Make sessions for so many workers, one in eight a manager: [{"session", "people"}]."""
    managers = max(1, readers // MANAGERS_SHARE)
    found = []
    with psycopg.connect(superuser_url) as connection:
        for is_manager, count in ((False, max(1, readers - managers)), (True, managers)):
            rows = connection.execute(_READERS, [MOST_PEOPLE, is_manager, count]).fetchall()
            found += [_session(connection, *row) for row in rows]
    return found


def sign_in_families(superuser_url: str, readers: int) -> list[dict[str, Any]]:
    """Make sessions for so many mothers by the family's door: [{"session", "people"}]."""
    with psycopg.connect(superuser_url) as connection:
        rows = connection.execute(_MOTHERS, [readers]).fetchall()
        return [_session(connection, *row) for row in rows]


def _session(connection: psycopg.Connection, who: UUID, password: str, people: list[str]) -> dict[str, Any]:
    key = secrets.token_hex(16)
    account = Account(id=who, password=password)
    kept = {
        SESSION_KEY: str(who),
        BACKEND_SESSION_KEY: BACKEND,
        HASH_SESSION_KEY: account.get_session_auth_hash(),
    }
    connection.execute(
        "INSERT INTO django_session (session_key, session_data, expire_date)"
        " VALUES (access_session_name(%s), %s, %s)",
        [key, SessionStore().encode(kept), timezone.now() + timedelta(days=1)],
    )
    return {"session": key, "people": people}
