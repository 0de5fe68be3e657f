"""A function of the database made over again with other words in it, whatever else has changed there since."""

from __future__ import annotations

from django.db.migrations.operations.special import RunSQL


def said_anew(function: str, *changes: tuple[str, str]) -> RunSQL:
    """`function` with its arguments' types; each change is what stands there, and what is to. Fails where it does not."""
    steps = "".join(
        f"""
    IF position($w${before}$w$ IN said) = 0 THEN RAISE EXCEPTION '{function} says something else now'; END IF;
    said := replace(said, $w${before}$w$, $w${after}$w$);"""
        for before, after in changes
    )
    return RunSQL(
        f"""
DO $do$
DECLARE said text := pg_get_functiondef('{function}'::regprocedure);
BEGIN{steps}
    EXECUTE said;
END $do$;
""",
        RunSQL.noop,
    )
