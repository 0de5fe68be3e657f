"""A lead who ended and another who began is a change of lead, however it was pressed: what was skipped is then owed.

No guard stands before it: tonight somebody leads. As another lead begins than led within the last three months (our own
choice), a fact says so for each child, and a duty (FH-04) runs from it until the family's view, the reason, goodbye and
hello are written down. A change that is told of more than four weeks late is history, and starts nothing.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
READS = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE FUNCTION help_lead_facts_of(person uuid) RETURNS void {HEAD}
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
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', f.matter, f.person_id, 'lead_told', min(c.recorded_at::date)
      FROM help_helpfact f JOIN access_involvement i ON i.id = f.matter
      JOIN people_familymember m ON m.person_id = f.person_id
      JOIN help_leadchange c ON c.family_id = m.family_id AND c.new_id = i.account_id
       AND c.recorded_at > f.happened_on - interval '92 days'
     WHERE f.person_id = help_lead_facts_of.person AND f.kind = 'lead_changed' GROUP BY f.matter, f.person_id
    ON CONFLICT (matter, person_id, kind) DO NOTHING;
END $$;

CREATE FUNCTION help_lead_facts() RETURNS trigger {HEAD}
BEGIN
    IF TG_TABLE_NAME = 'access_named' THEN PERFORM help_lead_facts_of(NEW.person_id);
    ELSE PERFORM help_lead_facts_of(m.person_id) FROM people_familymember m WHERE m.family_id = NEW.family_id; END IF;
    RETURN NULL;
END $$;

-- Of one person's lead the hand-over keeps the view and the goodbye on its event.
CREATE FUNCTION help_lead_told_by_event() RETURNS trigger {HEAD}
BEGIN
    INSERT INTO help_helpfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', f.matter, f.person_id, 'lead_told', NEW.recorded_at::date
      FROM help_helpfact f WHERE f.kind = 'lead_changed' AND NEW.facts -> 'involvements' ? f.matter::text
    ON CONFLICT (matter, person_id, kind) DO NOTHING;
    RETURN NULL;
END $$;

-- What is owed: to whoever leads now, recorded the change, or manages the new lead's team; and on a family's page.
CREATE FUNCTION help_leads_owed(asked uuid)
RETURNS TABLE (matter uuid, family uuid, "on" date, old uuid, old_name text, new uuid, new_name text) {READS}
DECLARE mine uuid := (SELECT a.team_id FROM access_account a WHERE a.id = kith_actor());
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR NOT coalesce(access_role_edits(kith_actor_role()), false) THEN RETURN; END IF;
    RETURN QUERY SELECT DISTINCT ON (f.matter) f.matter, m.family_id, f.happened_on, b.account_id, b.display_name::text,
           i.account_id, a.display_name::text
      FROM help_helpfact f JOIN access_involvement i ON i.id = f.matter JOIN access_account a ON a.id = i.account_id
      JOIN people_familymember m ON m.person_id = f.person_id AND m.during @> kith_today()
      JOIN LATERAL (SELECT j.account_id, z.display_name FROM access_named o
           JOIN access_involvement j ON j.id = o.involvement_id JOIN access_account z ON z.id = j.account_id
          WHERE o.person_id = f.person_id AND o.role = 'lead_practitioner' AND j.account_id <> i.account_id
            AND o.named_on < f.happened_on ORDER BY o.named_on DESC, o.id LIMIT 1) b ON true
     WHERE f.kind = 'lead_changed' AND f.happened_on <= kith_today()
       AND NOT EXISTS (SELECT FROM help_helpfact t WHERE t.matter = f.matter AND t.person_id = f.person_id AND t.kind = 'lead_told')
       AND (m.family_id = asked OR (asked IS NULL AND (i.account_id = kith_actor() OR i.recorded_by = kith_actor()
            OR (kith_actor_role() = 'manager' AND a.team_id = mine))))
       -- Of a restricted family nothing to whoever may not open it.
       AND EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = f.person_id AND g.level >= 2
                      AND (g.label_mask & 1) <> 0 AND g.during @> now())
     ORDER BY f.matter, m.family_id LIMIT 50;
END $$;
REVOKE ALL ON FUNCTION help_lead_facts_of(uuid), help_lead_facts(), help_lead_told_by_event(), help_leads_owed(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION help_leads_owed(uuid) TO kith_app, kith_worker;
ALTER FUNCTION help_lead_facts_of(uuid) OWNER TO kith_definer;
ALTER FUNCTION help_lead_facts() OWNER TO kith_definer;
ALTER FUNCTION help_lead_told_by_event() OWNER TO kith_definer;
ALTER FUNCTION help_leads_owed(uuid) OWNER TO kith_definer;
GRANT SELECT ON access_named, help_leadchange TO kith_definer;
CREATE TRIGGER help_lead_facts AFTER INSERT OR UPDATE ON access_named FOR EACH ROW
    WHEN (NEW.role = 'lead_practitioner') EXECUTE FUNCTION help_lead_facts();
CREATE TRIGGER help_lead_facts AFTER INSERT ON help_leadchange FOR EACH ROW EXECUTE FUNCTION help_lead_facts();
CREATE TRIGGER help_lead_told AFTER INSERT ON story_event FOR EACH ROW
    WHEN (NEW.facts ? 'family_view' AND NEW.facts ? 'involvements') EXECUTE FUNCTION help_lead_told_by_event();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("help", "0030_a_change_of_lead_is_owed"),
        ("access", "0068_who_was_named"),
        ("story", "0081_what_families_sent"),
    ]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
