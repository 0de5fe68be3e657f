"""Restricted records: who loses sight, lifting, and asking by reference. What one may do alone is done by functions.

A request names a restriction by a reference that only those who know the record can give. Nothing here answers with
a name, and a reference that is wrong, lifted, sealed or relocated is answered as one that never was.
"""

from django.db import migrations

from kith.access.roles import EVERYDAY
from kith.core.labels import Label

# What a director or manager opens by a reason, and so what two people open for them.
OPENS = (EVERYDAY | Label.ADDRESS_PROTECTED).value
TWO_HANDS = "('manager', 'director')"

# Asked in one's own name, undecided; to lift a restriction only by somebody who may open the record. Decided once, in
# the decider's own name, by somebody who did not ask. Whoever may open the record sees who asked for it.
REQUESTS = f"""
REVOKE UPDATE ON access_restriction FROM kith_app;
REVOKE UPDATE ON access_unmaskrequest FROM kith_app;
GRANT UPDATE (agreed_by_id, agreed_at, declined_by_id, declined_at, declined_why) ON access_unmaskrequest TO kith_app;
DROP POLICY access_unmaskrequest_insert ON access_unmaskrequest;
DROP POLICY access_unmaskrequest_update ON access_unmaskrequest;
CREATE POLICY access_unmaskrequest_insert ON access_unmaskrequest FOR INSERT TO kith_app WITH CHECK (
    asked_by_id = (SELECT kith_actor()) AND agreed_by_id IS NULL AND declined_by_id IS NULL
    AND (SELECT kith_actor_role()) IN {TWO_HANDS}
    AND (asks_for = 'open' OR EXISTS (SELECT 1 FROM access_restriction kx WHERE kx.id = restriction_id)));
CREATE POLICY access_unmaskrequest_update ON access_unmaskrequest FOR UPDATE TO kith_app
    USING ((SELECT kith_actor_role()) IN {TWO_HANDS} AND asked_by_id <> (SELECT kith_actor())
           AND agreed_by_id IS NULL AND declined_by_id IS NULL)
    WITH CHECK (agreed_by_id = (SELECT kith_actor()) OR declined_by_id = (SELECT kith_actor()));
CREATE POLICY access_unmaskrequest_open ON access_unmaskrequest FOR SELECT TO kith_app
    USING (EXISTS (SELECT 1 FROM access_restriction kx WHERE kx.id = restriction_id));
"""

FUNCTIONS = f"""
-- Names whoever asked, once somebody else has agreed, and opens the record to them for a day, as a reason does.
CREATE OR REPLACE FUNCTION access_unmask(request uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked record;
BEGIN
    SELECT u.*, x.person_id INTO asked FROM access_unmaskrequest u JOIN access_restriction x ON x.id = u.restriction_id
     WHERE u.id = request AND u.agreed_by_id = kith_actor() AND u.agreed_at = now() AND u.declined_at IS NULL
       AND u.asks_for = 'open' AND x.kind = 'restricted' AND x.during @> current_date;
    IF asked IS NULL THEN RETURN; END IF;
    INSERT INTO access_restrictionallows (id, recorded_at, recorded_by, source, restriction_id, account_id)
    VALUES (gen_random_uuid(), now(), asked.agreed_by_id, 'worker', asked.restriction_id, asked.asked_by_id)
    ON CONFLICT DO NOTHING;
    INSERT INTO access_reason (id, recorded_at, recorded_by, source, account_id, person_id, kind, text, label_mask, during)
    VALUES (gen_random_uuid(), now(), asked.agreed_by_id, 'worker', asked.asked_by_id, asked.person_id, 'purpose',
            asked.reason, {OPENS}, tstzrange(now(), now() + interval '24 hours'));
END $$;

-- A range keeps no day that begins and ends it: lifted on the day it began, it is moved a day back, and
-- recorded_at and lifted_at say what was so.
CREATE FUNCTION access_lift_now(limit_id uuid, by_account uuid, why text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE access_restriction SET lifted_at = now(), lifted_by = by_account, lifted_why = why,
           during = daterange(least(lower(during), current_date - 1), current_date)
     WHERE id = limit_id AND during @> current_date
$$;

-- One person lifts what only restricts; what is sealed or relocated takes a request and another's yes.
CREATE FUNCTION access_lift(limit_id uuid, why text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_actor_role() NOT IN {TWO_HANDS} OR NOT EXISTS (
        SELECT 1 FROM access_restriction x JOIN access_grant g ON g.person = x.person_id
         WHERE x.id = limit_id AND x.kind = 'restricted' AND x.during @> current_date
           AND g.actor = kith_actor() AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now())
    THEN RETURN false; END IF;
    PERFORM access_lift_now(limit_id, kith_actor(), why);
    RETURN true;
END $$;

CREATE FUNCTION access_lift_agreed(request uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked access_unmaskrequest;
BEGIN
    SELECT u.* INTO asked FROM access_unmaskrequest u WHERE u.id = request AND u.asks_for = 'lift'
       AND u.agreed_by_id = kith_actor() AND u.agreed_at = now() AND u.declined_at IS NULL;
    IF asked.id IS NOT NULL THEN PERFORM access_lift_now(asked.restriction_id, kith_actor(), asked.reason); END IF;
END $$;

CREATE FUNCTION access_reference(limit_id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT upper(left(limit_id::text, 4) || '-' || substr(limit_id::text, 5, 4))
$$;

-- The restriction that a reference names, if two people may open it.
CREATE FUNCTION access_restriction_named(reference text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT x.id FROM access_restriction x WHERE access_reference(x.id) = reference AND x.kind = 'restricted'
       AND x.during @> current_date AND kith_actor_role() IN {TWO_HANDS} AND kith_on_behalf_of() IS NULL LIMIT 1
$$;

-- Requests that wait for a second person, and the reader's own of the last month. A person's id only where it is open.
CREATE FUNCTION access_requests() RETURNS TABLE (id uuid, reference text, kind text, check_with text, asks_for text,
    asked_by uuid, asker text, reason text, asked_at timestamptz, decider text, agreed_at timestamptz,
    declined_at timestamptz, declined_why text, person uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id, access_reference(x.id), x.kind::text, x.check_with::text, u.asks_for::text, u.asked_by_id,
           a.display_name::text, u.reason::text, u.recorded_at, coalesce(d.display_name, '')::text, u.agreed_at,
           u.declined_at, u.declined_why::text,
           (SELECT g.person FROM access_grant g WHERE g.actor = kith_actor() AND g.person = x.person_id
               AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now() LIMIT 1)
      FROM access_unmaskrequest u JOIN access_restriction x ON x.id = u.restriction_id
      JOIN access_account a ON a.id = u.asked_by_id
      LEFT JOIN access_account d ON d.id = coalesce(u.agreed_by_id, u.declined_by_id)
     WHERE kith_actor_role() IN {TWO_HANDS} AND kith_on_behalf_of() IS NULL
       AND ((u.agreed_at IS NULL AND u.declined_at IS NULL AND x.during @> current_date)
            OR (u.asked_by_id = kith_actor() AND u.recorded_at > now() - interval '31 days'))
     ORDER BY u.recorded_at
$$;

-- Who opens a record today: for whoever decides who still may. Only for a record that is open to the one who asks.
CREATE FUNCTION access_openers(asked uuid) RETURNS TABLE (account uuid, name text, role text, came_from text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT ON (g.actor) g.actor, a.display_name::text, a.role::text, g.came_from::text
      FROM access_grant g JOIN access_account a ON a.id = g.actor
     WHERE g.person = asked AND g.level >= 2 AND g.during @> now() AND kith_actor_role() IN {TWO_HANDS}
       AND kith_on_behalf_of() IS NULL AND EXISTS (
        SELECT 1 FROM access_grant mine WHERE mine.actor = kith_actor() AND mine.person = asked AND mine.level >= 2
           AND mine.label_mask & 1 <> 0 AND mine.during @> now())
     ORDER BY g.actor, array_position(ARRAY['involvement', 'team', 'reason', 'door'], g.came_from::text)
$$;

GRANT SELECT ON access_unmaskrequest TO kith_definer;
GRANT INSERT ON access_reason TO kith_definer;
DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['access_lift_now(uuid, uuid, text)', 'access_lift(uuid, text)', 'access_lift_agreed(uuid)',
        'access_reference(uuid)', 'access_restriction_named(text)', 'access_requests()', 'access_openers(uuid)']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app, kith_worker', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
    REVOKE EXECUTE ON FUNCTION access_lift_now(uuid, uuid, text) FROM kith_app, kith_worker;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0030_staff_pages")]
    operations = [migrations.RunSQL(REQUESTS), migrations.RunSQL(FUNCTIONS)]
