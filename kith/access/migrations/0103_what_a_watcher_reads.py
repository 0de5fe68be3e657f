"""Who reads what somebody said of how it is safe to reach them, and what their own page says of the numbers that we hold.

- Those who work with them at the council and release to them. A colleague in a school or a charity is not told when
  somebody else is at home.
- Whether a number is used is told on the page by what was said on that page alone: a line that changed after a talk in
  private would tell whoever reads the page with her that there was one. A number whose place is protected is not told.
"""

from django.db import migrations

from kith.core.rls import granted

RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
READERS = f"""
ALTER POLICY access_safecontact_read ON access_safecontact
    USING (coalesce((SELECT kith_actor_role()) IN ({RELEASES}), false) AND ({granted("access_safecontact.person_id")}));
"""
REACH = """
CREATE OR REPLACE FUNCTION access_my_reach() RETURNS TABLE (channel text, value text, used boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE me uuid[]; said jsonb;
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() NOT IN ('parent', 'young_person', 'carer') THEN RETURN; END IF;
    SELECT array_agg(p.same) INTO me FROM access_dooraccess d JOIN kith_same_people(ARRAY[d.person_id]) p ON true
     WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now();
    SELECT to_jsonb(s) INTO said FROM access_safecontact s WHERE s.person_id = ANY (me) ORDER BY s.said_at DESC, s.id LIMIT 1;
    RETURN QUERY SELECT DISTINCT c.channel::text, c.value::text, coalesce(said ->> c.channel::text, '') <> 'no'
      FROM people_contactpoint c WHERE c.person_id = ANY (me) AND NOT c.protected
       AND c.channel IN ('phone', 'text', 'email') AND c.during @> kith_today() ORDER BY 1, 2;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0102_workers_among_what_was_released")]
    operations = [
        migrations.RunSQL(READERS, migrations.RunSQL.noop),
        migrations.RunSQL(REACH, migrations.RunSQL.noop),
    ]
