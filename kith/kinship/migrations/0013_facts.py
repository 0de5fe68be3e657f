"""What happened with kinship care, as dated facts about each child: for the law (docs/adr/0201)."""

from django.db import migrations

from kith.law.holding import kept_of

HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
LONDON = "AT TIME ZONE 'Europe/London')::date"
SQL = f"""
CREATE FUNCTION kinship_fact(of_what uuid, who uuid, what text, day date, ends date) RETURNS void {HEAD}
BEGIN
    IF day IS NULL THEN
        DELETE FROM kinship_kinfact WHERE matter = of_what AND person_id = who AND kind = what;
    ELSE
        INSERT INTO kinship_kinfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on, until)
        VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', of_what, who, what, day, ends)
        ON CONFLICT (matter, person_id, kind) DO UPDATE SET happened_on = excluded.happened_on, until = excluded.until
         WHERE (kinship_kinfact.happened_on, kinship_kinfact.until) IS DISTINCT FROM (excluded.happened_on, excluded.until);
    END IF;
END $$;

-- Who said first that they could care is owed a first look from then; said again, it begins no second time.
CREATE FUNCTION kinship_could() RETURNS trigger {HEAD}
BEGIN
    PERFORM kinship_fact(e.id, e.child_id, 'could', (SELECT min(x.on) FROM kinship_explored x
                          WHERE x.exploration_id = e.id AND x.outcome = 'yes'), NULL)
       FROM kinship_exploration e WHERE e.id = NEW.exploration_id;
    RETURN NULL;
END $$;

CREATE FUNCTION kinship_looked() RETURNS trigger {HEAD}
BEGIN
    PERFORM kinship_fact(NEW.exploration_id, NEW.child_id, 'looked', NEW.decided_on, NULL);
    RETURN NULL;
END $$;

-- Each span ends where the next begins; the time that ran out is a fact from the day after the last.
CREATE FUNCTION kinship_approval_facts(of_it uuid) RETURNS void {HEAD}
DECLARE t kinship_temporaryapproval; l kinship_approvalextension; r kinship_approvalextension; last_day date;
BEGIN
    SELECT * INTO t FROM kinship_temporaryapproval WHERE id = of_it;
    SELECT * INTO l FROM kinship_approvalextension WHERE approval_id = of_it AND kind = 'longer';
    SELECT * INTO r FROM kinship_approvalextension WHERE approval_id = of_it AND kind = 'review';
    last_day := coalesce(l.runs_until, t.runs_until);
    PERFORM kinship_fact(t.id, t.child_id, 'temporary', t.began_on, least(t.ended_on, l.began_on, r.began_on));
    PERFORM kinship_fact(t.id, t.child_id, 'longer', l.began_on, least(t.ended_on, r.began_on));
    PERFORM kinship_fact(t.id, t.child_id, 'review', r.began_on, t.ended_on);
    PERFORM kinship_fact(t.id, t.child_id, 'expired', CASE WHEN r.id IS NULL AND coalesce(t.ended_on > last_day, true)
                          THEN last_day + 1 END, t.ended_on);
END $$;

CREATE FUNCTION kinship_approval_moved() RETURNS trigger {HEAD}
BEGIN
    PERFORM kinship_approval_facts(CASE TG_TABLE_NAME WHEN 'kinship_temporaryapproval' THEN (to_jsonb(NEW) ->> 'id')::uuid
                                    ELSE (to_jsonb(NEW) ->> 'approval_id')::uuid END);
    RETURN NULL;
END $$;

CREATE FUNCTION kinship_caring_known() RETURNS trigger {HEAD}
BEGIN
    PERFORM kinship_fact(NEW.id, NEW.child_id, 'known', NEW.known_on, NULL);
    PERFORM kinship_fact(NEW.id, NEW.child_id, 'told', NEW.offer_given_on, NULL);
    -- Whoever no longer cares is not asked how it goes.
    PERFORM kinship_fact(k.id, NEW.child_id, 'check_due', NULL, NULL) FROM kinship_checkin k
      WHERE k.caring_id = NEW.id AND NEW.until <= k.due_on AND k.done_on IS NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION kinship_checked() RETURNS trigger {HEAD}
BEGIN
    PERFORM kinship_fact(NEW.id, c.child_id, 'check_due', NEW.due_on, NULL),
            kinship_fact(NEW.id, c.child_id, 'checked', NEW.done_on, NULL) FROM kinship_caring c WHERE c.id = NEW.caring_id;
    RETURN NULL;
END $$;

CREATE TRIGGER kinship_could AFTER INSERT ON kinship_explored FOR EACH ROW WHEN (NEW.outcome = 'yes')
    EXECUTE FUNCTION kinship_could();
CREATE TRIGGER kinship_looked AFTER INSERT OR UPDATE ON kinship_firstlook FOR EACH ROW
    WHEN (NEW.exploration_id IS NOT NULL AND NEW.decided_on IS NOT NULL) EXECUTE FUNCTION kinship_looked();
CREATE TRIGGER kinship_approval_facts AFTER INSERT OR UPDATE ON kinship_temporaryapproval FOR EACH ROW
    EXECUTE FUNCTION kinship_approval_moved();
CREATE TRIGGER kinship_approval_facts AFTER INSERT OR UPDATE ON kinship_approvalextension FOR EACH ROW
    EXECUTE FUNCTION kinship_approval_moved();
CREATE TRIGGER kinship_caring_known AFTER INSERT OR UPDATE ON kinship_caring FOR EACH ROW
    EXECUTE FUNCTION kinship_caring_known();
CREATE TRIGGER kinship_checked AFTER INSERT OR UPDATE ON kinship_checkin FOR EACH ROW EXECUTE FUNCTION kinship_checked();
"""
FUNCTIONS = (
    "kinship_fact(uuid, uuid, text, date, date)", "kinship_could()", "kinship_looked()", "kinship_approval_facts(uuid)",
    "kinship_approval_moved()", "kinship_caring_known()", "kinship_checked()",
)  # fmt: skip
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in FUNCTIONS
)
BEFORE = """
SELECT kinship_fact(e.id, e.child_id, 'could', min(x.on), NULL) FROM kinship_explored x
  JOIN kinship_exploration e ON e.id = x.exploration_id WHERE x.outcome = 'yes' GROUP BY e.id, e.child_id
"""


class Migration(migrations.Migration):
    dependencies = [("kinship", "0012_who_reads"), ("law", "0030_holding")]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        kept_of("kinship_kinfact"),
        migrations.RunSQL(BEFORE, migrations.RunSQL.noop),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
    ]
