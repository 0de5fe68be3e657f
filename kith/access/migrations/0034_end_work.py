"""Ending an involvement: whoever manages part of a family ends it for that part, and never for whom they cannot see."""

from django.db import migrations

END = """
-- True when it was ended. A member of the family whose record is not open to the actor keeps the worker: the tie to the
-- family becomes one to that person. So nobody hidden is left alone, and the answer tells nothing of them.
CREATE FUNCTION access_end_work(held uuid, ends date, why text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE work access_involvement;
BEGIN
    SELECT i.* INTO work FROM access_involvement i WHERE i.id = held AND upper(i.during) IS NULL
       AND coalesce(lower(i.during) < ends, true) AND kith_actor_role() = 'manager' AND kith_on_behalf_of() IS NULL
       AND EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.level >= 2 AND g.label_mask & 1 <> 0
                      AND g.during @> now() AND (g.person = i.person_id OR g.person IN (
                        SELECT m.person_id FROM people_familymember m WHERE m.family_id = i.family_id)))
       FOR UPDATE;
    IF work.id IS NULL THEN RETURN false; END IF;
    INSERT INTO access_involvement (id, recorded_at, recorded_by, source, account_id, person_id, role, label_mask, during,
                                    reason_ended, arises_from_id)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', work.account_id, m.person_id, work.role, work.label_mask,
           daterange(ends, upper(m.during)), '', work.arises_from_id
      FROM people_familymember m WHERE m.family_id = work.family_id AND coalesce(upper(m.during) > ends, true)
       AND NOT EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = m.person_id
                          AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now());
    UPDATE access_involvement SET during = daterange(lower(during), ends), reason_ended = why WHERE id = work.id;
    RETURN true;
END $$;

-- Who was told of these workers by name: so that nobody who knew the old lead is left to find a stranger.
CREATE FUNCTION access_told_of(items uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT r.reader_id FROM access_release r JOIN access_involvement i ON i.id = r.item
     WHERE i.id = ANY (items) AND r.kind = 'involvement' AND r.withdrawn_at IS NULL
       AND kith_actor_role() = 'manager' AND kith_on_behalf_of() IS NULL
       AND EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.level >= 2 AND g.during @> now()
                      AND (g.person = i.person_id OR g.person IN (
                        SELECT m.person_id FROM people_familymember m WHERE m.family_id = i.family_id)))
       AND EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = r.reader_id AND g.during @> now())
$$;
GRANT SELECT, INSERT, UPDATE ON access_involvement TO kith_definer;
GRANT SELECT ON access_release TO kith_definer;
REVOKE ALL ON FUNCTION access_end_work(uuid, date, text), access_told_of(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_end_work(uuid, date, text), access_told_of(uuid[]) TO kith_app;
ALTER FUNCTION access_told_of(uuid[]) OWNER TO kith_definer;
ALTER FUNCTION access_end_work(uuid, date, text) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0033_odd_looks")]
    operations = [migrations.RunSQL(END)]
