"""An answer that was overheard can say that somebody else sees their phone, e-mail or post; it cannot say that nobody does.

Asked alone, she said that he reads her phone; asked again with him beside her, that nobody does. The last answer of the two
counted until now. What was said alone counts until she says otherwise alone; what was overheard since may add to it.
Which ways are not to be used is answered in this one place (0092); its rights stay.
"""

from django.db import migrations

OF = "CASE c.way WHEN 'email' THEN {row}.email WHEN 'post' THEN {row}.post WHEN 'text' THEN {row}.{text} ELSE {row}.phone END"
ASKED = OF.format(row="a", text="phone")
SQL = f"""
CREATE OR REPLACE FUNCTION access_shared_ways(ids uuid[]) RETURNS text[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH alone AS MATERIALIZED (
        SELECT a.id, a.asked_on, a.recorded_at FROM access_askedinprivate a WHERE a.person_id = ANY (ids) AND a.alone
         ORDER BY a.asked_on DESC, a.recorded_at DESC, a.id LIMIT 1),
    heard AS MATERIALIZED (
        SELECT a.* FROM access_askedinprivate a LEFT JOIN alone l ON true WHERE a.person_id = ANY (ids)
           AND (a.id = l.id OR (NOT a.alone AND (l.id IS NULL OR (a.asked_on, a.recorded_at) >= (l.asked_on, l.recorded_at)))))
    SELECT coalesce(array_agg(c.way ORDER BY c.way), '{{}}') FROM unnest(ARRAY['phone', 'text', 'email', 'post']) c (way)
     WHERE EXISTS (SELECT FROM heard a WHERE {ASKED} = 'others')
        OR EXISTS (SELECT FROM access_safecontact s WHERE s.person_id = ANY (ids)
              AND {OF.format(row="s", text="text")} = 'no'
              AND NOT EXISTS (SELECT FROM access_askedinprivate a WHERE a.person_id = ANY (ids) AND a.alone
                                 AND a.recorded_at > s.said_at AND {ASKED} = 'alone'))
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0102_workers_among_what_was_released"),
        ("access", "0092_no_holds_until_asked_alone"),
    ]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
