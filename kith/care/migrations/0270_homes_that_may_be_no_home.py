"""Nights in a home that the register lets no child live in, though it did when the child came: told at once, and counted."""

from django.db import migrations

DEFINER = "SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
-- Of each stay in a home of the register, the nights up to this one on which no approval or registration held, or something
-- said that this child, or any, must not live there. It goes by what the caller may read; `of` NULL: of everybody. A stay that
-- was marked when it was written down is left out. Suspended is from the day on which that was written.
CREATE FUNCTION care_homes_unlawful(of uuid[]) RETURNS TABLE (stay uuid, person uuid, nights daterange, why text)
LANGUAGE sql STABLE AS $$
SELECT h.id, h.person_id, n.nights, CASE o.kind WHEN 'foster' THEN 'approved' ELSE 'registered' END
  FROM care_stay h JOIN care_stayplace p ON p.stay_id = h.id JOIN homes_home o ON o.id = p.home
 CROSS JOIN LATERAL (SELECT coalesce(range_agg(t.held), '{{}}') AS held FROM (
        SELECT daterange(a.starts_on, a.ends_on) AS held FROM homes_approval a
         WHERE o.kind = 'foster' AND a.home_id = o.id AND a.places > 0
        UNION ALL
        SELECT daterange(r.starts_on, CASE WHEN r.suspended THEN least(r.ends_on, greatest(r.starts_on,
                   (SELECT max(e.pgh_created_at)::date FROM homes_registrationevent e WHERE e.pgh_obj_id = r.id AND NOT e.suspended)))
                   ELSE r.ends_on END)
          FROM homes_registration r WHERE o.kind <> 'foster' AND r.home_id = o.id AND r.places > 0) t) may
 CROSS JOIN LATERAL (SELECT coalesce(range_agg(t.nobody), '{{}}') AS nobody FROM (
        SELECT daterange(x.starts_on, x.ends_on) AS nobody FROM homes_exclusion x
         WHERE x.home_id = o.id AND (x.child_id IS NULL OR x.child_id = h.person_id)
        UNION ALL
        SELECT daterange(a.starts_on, a.ends_on) FROM homes_approval a
         WHERE o.kind = 'foster' AND a.home_id = o.id AND a.places = 0) t) bar
 CROSS JOIN LATERAL unnest(datemultirange(h.during * daterange(NULL, kith_today(), '[]'))
        - (may.held * datemultirange(daterange(o.opened_on, o.closed_on)) - bar.nobody)) n (nights)
 WHERE (of IS NULL OR h.person_id = ANY (of)) AND h.during IS NOT NULL AND h.unlawful = '{{}}'
$$;
REVOKE ALL ON FUNCTION care_homes_unlawful(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION care_homes_unlawful(uuid[]) TO kith_app, kith_worker, kith_definer;

-- For a director: nights where no child should sleep, going on or of the last four weeks. Of a record that is kept among few
-- nothing is told but that there is one: whoever keeps it is asked.
CREATE OR REPLACE FUNCTION care_unlawful_told() RETURNS TABLE (person uuid, first_on date, why text[])
LANGUAGE plpgsql STABLE {DEFINER}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() IS DISTINCT FROM 'director' THEN RETURN; END IF;
    RETURN QUERY SELECT CASE WHEN NOT EXISTS (SELECT FROM kith_same_people(ARRAY[n.who]) s JOIN access_restriction x
                                 ON x.person_id = s.same AND x.during @> kith_today()) THEN n.who END, n.began, n.because
      FROM (SELECT s.person_id, s.first_on, s.unlawful::text[] FROM care_slept s WHERE coalesce(s.last_on, kith_today()) > kith_today() - 28
            UNION ALL SELECT h.person_id, h.began_on, h.unlawful::text[] FROM care_stay h
             WHERE h.unlawful <> '{{}}' AND coalesce(h.ended_on, kith_today()) > kith_today() - 28
            UNION ALL SELECT u.person, lower(u.nights), ARRAY[u.why] FROM care_homes_unlawful(NULL) u
             WHERE upper(u.nights) > kith_today() - 28) n (who, began, because)
     ORDER BY n.began DESC, n.who;
END $$;
REVOKE ALL ON FUNCTION care_unlawful_told() FROM PUBLIC;
ALTER FUNCTION care_unlawful_told() OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION care_unlawful_told() TO kith_app, kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("care", "0261_matters_of_law"), ("homes", "0271_facts_of_what_happened")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
