"""The functions that the filling uses: ids and chance, both worked out from what they are for."""

from __future__ import annotations

from kith.bench.filling.plan import Size

TOP = 2**63 - 1


def functions(size: Size) -> str:
    """SQL: the schema `bench` with `id(what, number)`, `dice(what, number, sides)` and `day(ago)`."""
    return f"""
CREATE SCHEMA IF NOT EXISTS bench;
CREATE OR REPLACE FUNCTION bench.id(what text, number bigint) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT md5(what || '/{size.seed}/' || number)::uuid $$;
-- From 0 up to sides - 1.
CREATE OR REPLACE FUNCTION bench.dice(what text, number bigint, sides integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT ((hashint8extended(number, hashtext(what) + {size.seed}) & {TOP}) % sides)::integer $$;
CREATE OR REPLACE FUNCTION bench.day(ago bigint) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT current_date - ago::integer $$;
"""
