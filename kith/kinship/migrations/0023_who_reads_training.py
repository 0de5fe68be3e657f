"""Who reads training, groups, notices and reviews of support; and the facts of special guardianship, for the law.

A carer reads what is to come by a function: where it is only with a place, where that is kept for those who have one.
"""

from django.db import migrations

from kith.core.rls import EDITS, FIND, Policy, Protect, granted

READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
ME = "(SELECT kith_actor())"
HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE FUNCTION kinship_my_gatherings() RETURNS TABLE (gathering uuid, kind text, title text, what text, at timestamptz,
    place text, childcare boolean, expenses boolean, off text, asked_on date, answer text, reason text) {HEAD}
DECLARE reader uuid := coalesce(kith_on_behalf_of(), kith_actor()); me uuid[] := kinship_me();
BEGIN
    IF cardinality(me) = 0 OR NOT EXISTS (SELECT FROM access_account a WHERE a.id = reader AND a.role = 'carer')
       OR NOT EXISTS (SELECT FROM unnest(me) p WHERE kinship_watched(p)) THEN RETURN; END IF;
    RETURN QUERY SELECT g.id, g.kind::text, g.title::text, g.what::text, g.at,
           CASE WHEN NOT g.confidential OR q.answer = 'yes' THEN g.place::text ELSE '' END, g.childcare, g.expenses,
           g.called_off::text, q.asked_on, coalesce(q.answer, '')::text, coalesce(q.reason, '')::text
      FROM kinship_gathering g
      LEFT JOIN LATERAL (SELECT x.* FROM kinship_gatheringask x WHERE x.gathering_id = g.id AND x.person_id = ANY (me)
                          ORDER BY x.recorded_at LIMIT 1) q ON true
     WHERE g.at > now() AND (g.called_off = '' OR q.id IS NOT NULL) ORDER BY g.at, g.id;
END $$;

CREATE FUNCTION kinship_may_ask(which uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND EXISTS (SELECT FROM kinship_my_gatherings() g
       WHERE g.gathering = which AND g.off = '' AND g.asked_on IS NULL);
END $$;

CREATE FUNCTION kinship_guardianship_facts() RETURNS trigger {WRITES}
BEGIN
    IF TG_TABLE_NAME = 'kinship_guardianshipnotice' THEN
        PERFORM kinship_fact(NEW.id, NEW.child_id, 'sg_notice', NEW.given_on, NULL),
                kinship_fact(NEW.id, NEW.child_id, 'sg_asked', NEW.asked_on, NULL);
    ELSIF TG_TABLE_NAME = 'kinship_supportreview' THEN
        PERFORM kinship_fact(NEW.id, c.child_id, 'sg_looked', NEW."on", NULL) FROM kinship_caring c
          WHERE c.id = NEW.caring_id AND c.kind = 'sgo';
    ELSE
        -- Support lasts from its first line, or from the order, to the end of the care.
        PERFORM kinship_fact(c.id, c.child_id, 'sg_supp', greatest(c.since, (SELECT
                    (min(l.recorded_at) AT TIME ZONE 'Europe/London')::date FROM kinship_supportline l WHERE l.caring_id = c.id)),
                c.until)
           FROM kinship_caring c WHERE c.kind = 'sgo' AND c.id = (CASE TG_TABLE_NAME WHEN 'kinship_caring'
                THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'caring_id' END)::uuid
            AND EXISTS (SELECT FROM kinship_supportline l WHERE l.caring_id = c.id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER kinship_guardianship_facts AFTER INSERT OR UPDATE ON kinship_guardianshipnotice FOR EACH ROW
    EXECUTE FUNCTION kinship_guardianship_facts();
CREATE TRIGGER kinship_guardianship_facts AFTER INSERT ON kinship_supportreview FOR EACH ROW
    EXECUTE FUNCTION kinship_guardianship_facts();
CREATE TRIGGER kinship_guardianship_facts AFTER INSERT ON kinship_supportline FOR EACH ROW
    EXECUTE FUNCTION kinship_guardianship_facts();
CREATE TRIGGER kinship_guardianship_facts AFTER UPDATE ON kinship_caring FOR EACH ROW
    EXECUTE FUNCTION kinship_guardianship_facts();
"""
CALLED = ("kinship_my_gatherings()", "kinship_may_ask(uuid)")
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, "kinship_guardianship_facts()")
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)


def rights(table, *columns):
    may = f"GRANT UPDATE ({', '.join(columns)}) ON {table} TO kith_app" if columns else "SELECT 1"
    return (f"REVOKE UPDATE ON {table} FROM kith_app", may)


def mine(table, source="worker"):
    return f"{table}.recorded_by = {ME} AND {table}.source = '{source}'"


GATHERING, ASK, NOTICE, REVIEW = (
    "kinship_gathering", "kinship_gatheringask", "kinship_guardianshipnotice", "kinship_supportreview",
)  # fmt: skip
OF_CARER = f"{INSIDE} AND {granted(f'{ASK}.person_id')}"
OF_CHILD = f"{INSIDE} AND {granted(f'{NOTICE}.child_id')}"
OF_CARING = f"EXISTS (SELECT 1 FROM kinship_caring o WHERE o.id = {REVIEW}.caring_id)"
DOOR = (
    f"{ASK}.source = 'family' AND (SELECT kith_actor_role()) = 'carer' AND {ASK}.recorded_by = {ME}"
    f" AND kinship_is_me({ASK}.person_id) AND {ASK}.answer = '' AND kinship_may_ask({ASK}.gathering_id)"
)
POLICIES = [
    Policy(GATHERING, read=INSIDE, as_other="false", insert=f"{INSIDE} AND {mine(GATHERING)}", by_role=EDITS,
           extra=rights(GATHERING, "called_off")),
    Policy(ASK, read=OF_CARER, as_other="false", insert=DOOR, extra=(
        *rights(ASK, "answer", "reason", "answered_on"),
        f"CREATE POLICY {ASK}_update_role ON {ASK} AS RESTRICTIVE FOR UPDATE TO kith_app USING ({EDITS}) WITH CHECK ({EDITS})",
    )),
    Policy(NOTICE, read=OF_CHILD, as_other="false", by_role=EDITS, extra=rights(NOTICE, "asked_on"),
           insert=f"{OF_CHILD} AND {granted(f'{NOTICE}.carer_id', level=FIND)} AND {mine(NOTICE)}"),
    Policy(REVIEW, read=OF_CARING, as_other="false", write="false", by_role=EDITS, extra=rights(REVIEW),
           insert=f"{OF_CARING} AND {mine(REVIEW)}"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("kinship", "0022_training_and_guardianship")]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
        *(Protect(each) for each in POLICIES),
    ]
