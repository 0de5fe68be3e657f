"""Who restricts a record, lifts that and opens it again: the functions that do it ask for the role themselves.

They run as the definer, past every policy, so that they trusted the page to have asked: a charity's worker with a grant
could shut a record to everybody else. An account whose last day is over has no role, and is refused as well.
"""

from django.db import migrations

# What two people open for the one who asked: as in 0031.
OPENS = 79
# Those who hold RESTRICT and UNMASK in kith.access.roles; a test holds this to them.
TWO_HANDS = "('manager', 'director')"

FUNCTIONS = f"""
CREATE FUNCTION access_has_two_hands() RETURNS boolean LANGUAGE sql STABLE
AS $$ SELECT coalesce(kith_actor_role() IN {TWO_HANDS} AND kith_on_behalf_of() IS NULL, false) $$;
REVOKE ALL ON FUNCTION access_has_two_hands() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_has_two_hands() TO kith_app, kith_worker;
ALTER FUNCTION access_has_two_hands() OWNER TO kith_definer;

CREATE OR REPLACE FUNCTION access_restrict(limit_id uuid, who uuid, what text, why text, ask text, since date,
    allow uuid[], by_account uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT access_has_two_hands() OR coalesce(cardinality(allow), 0) = 0
        OR kith_actor() IS DISTINCT FROM by_account OR NOT EXISTS (
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

CREATE OR REPLACE FUNCTION access_unmask(request uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked record;
BEGIN
    IF NOT access_has_two_hands() THEN
        RAISE EXCEPTION 'agreeing takes a manager or director' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT u.*, x.person_id INTO asked FROM access_unmaskrequest u JOIN access_restriction x ON x.id = u.restriction_id
     WHERE u.id = request AND u.agreed_by_id = kith_actor() AND u.asked_by_id <> kith_actor() AND u.agreed_at = now()
       AND u.declined_at IS NULL AND u.asks_for = 'open' AND x.kind = 'restricted' AND x.during && daterange(kith_today(), NULL);
    IF asked IS NULL THEN RETURN; END IF;
    INSERT INTO access_restrictionallows (id, recorded_at, recorded_by, source, restriction_id, account_id)
    VALUES (gen_random_uuid(), now(), asked.agreed_by_id, 'worker', asked.restriction_id, asked.asked_by_id)
    ON CONFLICT DO NOTHING;
    INSERT INTO access_reason (id, recorded_at, recorded_by, source, account_id, person_id, kind, text, label_mask, during)
    VALUES (gen_random_uuid(), now(), asked.agreed_by_id, 'worker', asked.asked_by_id, asked.person_id, 'purpose',
            asked.reason, {OPENS}, tstzrange(now(), now() + interval '24 hours'));
END $$;

CREATE OR REPLACE FUNCTION access_lift(limit_id uuid, why text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT access_has_two_hands() OR NOT EXISTS (
        SELECT 1 FROM access_restriction x JOIN access_grant g ON g.person = x.person_id
         WHERE x.id = limit_id AND x.kind = 'restricted' AND x.during && daterange(kith_today(), NULL)
           AND g.actor = kith_actor() AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now())
    THEN RETURN false; END IF;
    PERFORM access_lift_now(limit_id, kith_actor(), why);
    RETURN true;
END $$;

CREATE OR REPLACE FUNCTION access_lift_agreed(request uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked access_unmaskrequest;
BEGIN
    IF NOT access_has_two_hands() THEN
        RAISE EXCEPTION 'agreeing takes a manager or director' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT u.* INTO asked FROM access_unmaskrequest u WHERE u.id = request AND u.asks_for = 'lift'
       AND u.agreed_by_id = kith_actor() AND u.asked_by_id <> kith_actor() AND u.agreed_at = now()
       AND u.declined_at IS NULL;
    IF asked.id IS NOT NULL THEN PERFORM access_lift_now(asked.restriction_id, kith_actor(), asked.reason); END IF;
END $$;

-- Both tables are written by those functions alone: whoever is named on a restriction would else name others.
REVOKE INSERT, UPDATE ON access_restriction, access_restrictionallows FROM kith_app;
DROP POLICY access_restriction_update ON access_restriction;
DROP POLICY access_restrictionallows_insert ON access_restrictionallows;
DROP POLICY access_restrictionallows_update ON access_restrictionallows;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0050_doors_of_families_only")]
    operations = [migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop)]
