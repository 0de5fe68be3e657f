"""Change history that the app cannot write: its trigger functions run as a role nobody signs in as."""

from __future__ import annotations

from typing import Any

from django.db import connections

from kith.core.stores import named

# Replacing a function drops its SECURITY DEFINER, so this runs after every migrate, on every such function.
_SECURE = """
DO $$
DECLARE f record;
BEGIN
    FOR f IN SELECT DISTINCT p.oid::regprocedure AS name, p.prosecdef, p.proowner::regrole::text AS owner
               FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
              WHERE t.tgname LIKE 'pgtrigger_changed_%' OR t.tgname LIKE 'pgtrigger_removed_%'
    LOOP
        IF NOT f.prosecdef OR f.owner <> 'kith_audit' THEN
            EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = public, pg_temp', f.name);
            EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.name);
            EXECUTE format('ALTER FUNCTION %s OWNER TO kith_audit', f.name);
        END IF;
    END LOOP;
END $$;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO kith_audit, kith_definer;
"""


def secure_history(using: str = "default", **_kwargs: Any) -> None:
    """Hand every history trigger's function to `kith_audit`, as SECURITY DEFINER. Safe to repeat."""
    if using != "owner":
        return
    with connections[using].cursor() as cursor:
        cursor.execute(named(_SECURE))
