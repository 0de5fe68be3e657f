"""Everybody on a meeting's map is explored for each of its children, with nothing told twice (docs/adr/0170).

A trigger keeps kinship's row as the map has it: the name, who named them, may ask, only if, never. Its locks stay: a
worker changes nothing of such a row, why somebody is never to be asked is not copied, and whoever may not read the map
does not read what came from it. That somebody could care is told once the family has agreed its plan, and not before.
"""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION decisions_to_kinship() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.part = 'child' THEN RETURN NULL; END IF;
    INSERT INTO kinship_exploration (id, recorded_at, recorded_by, source, child_id, person_id, name, tie, named_by, words,
                                     may_ask, settled_with, only_if, only_if_agreed_on, could_care, from_map)
    SELECT gen_random_uuid(), NEW.recorded_at, NEW.recorded_by, NEW.source, p.person_id, NEW.person_id, NEW.name, NEW.tie,
           NEW.named_by, '', NEW.may_ask, NEW.agreed_with,
           coalesce((SELECT o.name FROM decisions_networkperson o WHERE o.id = NEW.only_if_id), ''), NEW.only_if_agreed_on,
           false, NEW.id
      FROM decisions_familymeeting m JOIN decisions_meetingperson p ON p.offer_id = m.offer_id AND p.part = 'child'
     WHERE m.id = NEW.meeting_id AND p.person_id IS DISTINCT FROM NEW.person_id
    ON CONFLICT (child_id, from_map) DO UPDATE SET name = excluded.name, tie = excluded.tie, named_by = excluded.named_by,
        may_ask = excluded.may_ask, settled_with = excluded.settled_with, only_if = excluded.only_if,
        only_if_agreed_on = excluded.only_if_agreed_on
      WHERE (kinship_exploration.name, kinship_exploration.tie, kinship_exploration.named_by, kinship_exploration.may_ask,
             kinship_exploration.settled_with, kinship_exploration.only_if, kinship_exploration.only_if_agreed_on)
        IS DISTINCT FROM (excluded.name, excluded.tie, excluded.named_by, excluded.may_ask, excluded.settled_with,
             excluded.only_if, excluded.only_if_agreed_on);
    RETURN NULL;
END $$
"""
CARERS = """
CREATE FUNCTION decisions_carers_to_kinship() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE of_plan uuid := (to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'decisions_familyplan' THEN 'id' ELSE 'plan_id' END)::uuid;
BEGIN
    UPDATE kinship_exploration e SET could_care = true
      FROM decisions_familyplanline l JOIN decisions_familyplan p ON p.id = l.plan_id AND p.agreed_on IS NOT NULL
     WHERE l.plan_id = of_plan AND l.could_care_id = e.from_map AND NOT e.could_care;
    RETURN NULL;
END $$
"""
# The triggers read the row as it is now; what is there already goes through the same one.
STEPS = (
    FUNCTION,
    CARERS,
    "REVOKE ALL ON FUNCTION decisions_to_kinship(), decisions_carers_to_kinship() FROM PUBLIC",
    "ALTER FUNCTION decisions_to_kinship() OWNER TO kith_definer",
    "ALTER FUNCTION decisions_carers_to_kinship() OWNER TO kith_definer",
    "CREATE TRIGGER decisions_to_kinship AFTER INSERT OR UPDATE ON decisions_networkperson"
    " FOR EACH ROW EXECUTE FUNCTION decisions_to_kinship()",
    "CREATE TRIGGER decisions_carers AFTER UPDATE OF agreed_on ON decisions_familyplan"
    " FOR EACH ROW WHEN (NEW.agreed_on IS NOT NULL) EXECUTE FUNCTION decisions_carers_to_kinship()",
    "CREATE TRIGGER decisions_carers AFTER INSERT ON decisions_familyplanline"
    " FOR EACH ROW WHEN (NEW.could_care_id IS NOT NULL) EXECUTE FUNCTION decisions_carers_to_kinship()",
    *(
        f"CREATE POLICY {table}_map ON {table} AS RESTRICTIVE FOR SELECT TO kith_app"
        f" USING ({table}.from_map IS NULL OR decisions_staff('network', {table}.from_map, (SELECT kith_actor())))"
        for table in ("kinship_exploration", "kinship_explorationevent")
    ),
)
THERE_ALREADY = """
DO $$
DECLARE n decisions_networkperson;
BEGIN
    ALTER TABLE decisions_networkperson DISABLE TRIGGER USER;
    ALTER TABLE decisions_networkperson ENABLE TRIGGER decisions_to_kinship;
    UPDATE decisions_networkperson SET name = name;
    ALTER TABLE decisions_networkperson ENABLE TRIGGER USER;
    UPDATE kinship_exploration e SET could_care = true
      FROM decisions_familyplanline l JOIN decisions_familyplan p ON p.id = l.plan_id AND p.agreed_on IS NOT NULL
     WHERE l.could_care_id = e.from_map;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("decisions", "0007_risks_wait_on_nobody"), ("kinship", "0002_policies")]
    operations = [migrations.RunSQL(each, migrations.RunSQL.noop) for each in (*STEPS, THERE_ALREADY)]
