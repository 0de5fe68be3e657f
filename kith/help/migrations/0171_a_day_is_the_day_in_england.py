"""What a change of lead was told on: the day in England, also in the first hour of a summer's day."""

from django.db import migrations

HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE OR REPLACE FUNCTION help_lead_facts_of(person uuid) RETURNS void {HEAD}
BEGIN
    INSERT INTO help_helpfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', n.involvement_id, n.person_id, 'lead_changed', n.named_on
      FROM access_named n JOIN access_involvement i ON i.id = n.involvement_id
      JOIN people_person p ON p.id = n.person_id AND p.born_on > n.named_on - interval '18 years'
     WHERE n.person_id = help_lead_facts_of.person AND n.role = 'lead_practitioner' AND n.arises_from_id IS NULL
       AND n.named_on > kith_today() - 28
       AND EXISTS (SELECT FROM access_named o JOIN access_involvement j ON j.id = o.involvement_id
            JOIN kith_same_people(ARRAY[n.person_id]) s ON s.same = o.person_id
            WHERE o.role = 'lead_practitioner' AND j.account_id <> i.account_id AND o.named_on < n.named_on
              AND coalesce(o.until, 'infinity') > n.named_on - 92)
    ON CONFLICT (matter, person_id, kind) DO NOTHING;
    -- The pages of a change of lead write what is owed first, those of afterwards last.
    INSERT INTO help_helpfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', f.matter, f.person_id, 'lead_told',
           min((c.recorded_at AT TIME ZONE 'Europe/London')::date)
      FROM help_helpfact f JOIN access_involvement i ON i.id = f.matter
      JOIN people_familymember m ON m.person_id = f.person_id
      JOIN help_leadchange c ON c.family_id = m.family_id AND c.new_id = i.account_id
       AND c.recorded_at > f.happened_on - interval '92 days'
     WHERE f.person_id = help_lead_facts_of.person AND f.kind = 'lead_changed' GROUP BY f.matter, f.person_id
    ON CONFLICT (matter, person_id, kind) DO NOTHING;
END $$;

CREATE OR REPLACE FUNCTION help_lead_told_by_event() RETURNS trigger {HEAD}
BEGIN
    INSERT INTO help_helpfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', f.matter, f.person_id, 'lead_told',
           (NEW.recorded_at AT TIME ZONE 'Europe/London')::date
      FROM help_helpfact f WHERE f.kind = 'lead_changed' AND NEW.facts -> 'involvements' ? f.matter::text
    ON CONFLICT (matter, person_id, kind) DO NOTHING;
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("help", "0170_whether_a_request_is_with_nobody")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
