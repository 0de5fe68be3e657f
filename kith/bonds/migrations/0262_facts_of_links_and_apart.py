"""Facts for the law: that it was written down why brothers and sisters live apart, and that Lifelong Links runs."""

from django.db import migrations

WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
-- Why a pair lives apart is written down once, and is true of both.
CREATE FUNCTION bonds_apart_facts() RETURNS trigger {WRITES}
BEGIN
    INSERT INTO bonds_bondfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', NEW.id, one, 'apart_why', NEW."on"
      FROM unnest(ARRAY[NEW.child_id, NEW.sibling_id]) one
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER bonds_facts AFTER INSERT ON bonds_apartbecause FOR EACH ROW EXECUTE FUNCTION bonds_apart_facts();

-- It runs from the child's yes until our part ends, or they say otherwise.
CREATE FUNCTION bonds_links_run() RETURNS trigger {WRITES}
BEGIN
    DELETE FROM bonds_bondfact WHERE matter = NEW.id AND kind = 'links_run'
       AND (NEW.answer <> 'yes' OR happened_on <> NEW.answered_on OR NEW.ended_on <= NEW.answered_on);
    IF NEW.answer = 'yes' AND (NEW.ended_on IS NULL OR NEW.ended_on > NEW.answered_on) THEN
        INSERT INTO bonds_bondfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on, until)
        VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', NEW.id, NEW.child_id, 'links_run', NEW.answered_on, NEW.ended_on)
        ON CONFLICT (matter, person_id, kind, happened_on) DO UPDATE SET until = excluded.until;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER bonds_runs AFTER INSERT OR UPDATE ON bonds_linksjourney FOR EACH ROW EXECUTE FUNCTION bonds_links_run();
REVOKE ALL ON FUNCTION bonds_apart_facts(), bonds_links_run() FROM PUBLIC;
ALTER FUNCTION bonds_apart_facts() OWNER TO kith_definer;
ALTER FUNCTION bonds_links_run() OWNER TO kith_definer;
"""
# What was written down before this is told as well.
BEFORE = """
INSERT INTO bonds_bondfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on)
SELECT gen_random_uuid(), a.recorded_at, a.recorded_by, 'worker', a.id, one, 'apart_why', a."on"
  FROM bonds_apartbecause a CROSS JOIN LATERAL unnest(ARRAY[a.child_id, a.sibling_id]) one ON CONFLICT DO NOTHING;
INSERT INTO bonds_bondfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on, until)
SELECT gen_random_uuid(), j.recorded_at, j.recorded_by, 'worker', j.id, j.child_id, 'links_run', j.answered_on, j.ended_on
  FROM bonds_linksjourney j WHERE j.answer = 'yes' AND (j.ended_on IS NULL OR j.ended_on > j.answered_on) ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("bonds", "0261_bond_facts")]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        migrations.RunSQL(BEFORE, migrations.RunSQL.noop),
    ]
