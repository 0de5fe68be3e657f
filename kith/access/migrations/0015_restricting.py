"""Restricting closes the door behind the one who restricts, so the database does it in one step; unmasking takes two."""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION access_restrict(limit_id uuid, who uuid, what text, why text, ask text, since date,
    allow uuid[], by_account uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_actor() IS DISTINCT FROM by_account OR NOT EXISTS (
        SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = who AND g.level >= 2
           AND g.label_mask & 1 <> 0 AND g.during @> now())
    THEN
        RAISE EXCEPTION 'not open to the actor' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO access_restriction (id, recorded_at, recorded_by, source, person_id, kind, reason, check_with, during)
    VALUES (limit_id, now(), by_account, 'worker', who, what, why, ask, daterange(since, NULL));
    INSERT INTO access_restrictionallows (id, recorded_at, recorded_by, source, restriction_id, account_id)
    SELECT gen_random_uuid(), now(), by_account, 'worker', limit_id, a FROM unnest(allow) AS a;
END $$;

-- Sealed and relocated identities are never opened so.
-- Names whoever asked on the restriction, once somebody else has agreed; the check constraint holds them apart.
CREATE FUNCTION access_unmask(request uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO access_restrictionallows (id, recorded_at, recorded_by, source, restriction_id, account_id)
    SELECT gen_random_uuid(), now(), u.agreed_by_id, 'worker', u.restriction_id, u.asked_by_id
      FROM access_unmaskrequest u WHERE u.id = request AND u.agreed_at IS NOT NULL AND u.agreed_by_id = kith_actor()
       AND EXISTS (SELECT 1 FROM access_restriction x WHERE x.id = u.restriction_id AND x.kind = 'restricted')
    ON CONFLICT DO NOTHING;
END $$;

GRANT SELECT ON access_unmaskrequest TO kith_definer;
REVOKE ALL ON FUNCTION access_restrict(uuid, uuid, text, text, text, date, uuid[], uuid), access_unmask(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_restrict(uuid, uuid, text, text, text, date, uuid[], uuid), access_unmask(uuid)
    TO kith_app, kith_worker;
ALTER FUNCTION access_restrict(uuid, uuid, text, text, text, date, uuid[], uuid) OWNER TO kith_definer;
ALTER FUNCTION access_unmask(uuid) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0011_duplicates")]
    operations = [migrations.RunSQL(FUNCTIONS)]
