"""What happened with awards of money, as dated facts about each child: for the law. And who reads them."""

from django.db import migrations

from kith.core.rls import EDITS, Policy, Protect, granted
from kith.law.holding import kept_of

HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
INSIDE = (
    "coalesce((SELECT kith_actor_role()) IN"
    " ('lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'), false)"
)
SQL = f"""
CREATE FUNCTION money_fact(of_what uuid, who uuid, what text, day date, ends date) RETURNS void {HEAD}
BEGIN
    IF day IS NULL THEN
        DELETE FROM money_moneyfact WHERE matter = of_what AND person_id = who AND kind = what;
    ELSE
        INSERT INTO money_moneyfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on, until)
        VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', of_what, who, what, day, ends)
        ON CONFLICT (matter, person_id, kind) DO UPDATE SET happened_on = excluded.happened_on, until = excluded.until
         WHERE (money_moneyfact.happened_on, money_moneyfact.until) IS DISTINCT FROM (excluded.happened_on, excluded.until);
    END IF;
END $$;

-- An award is agreed on the day it is written, and looked at again by each that takes its place. An allowance to a special
-- guardian lasts from the first award of that care to the end of the last.
CREATE FUNCTION money_award_facts(of_it uuid) RETURNS void {HEAD}
DECLARE a kinship_award; g kinship_caring; one record;
BEGIN
    SELECT * INTO a FROM kinship_award WHERE id = of_it;
    SELECT * INTO g FROM kinship_caring WHERE id = a.caring_id;
    PERFORM money_fact(a.id, g.child_id, 'agreed', (a.recorded_at AT TIME ZONE 'Europe/London')::date, NULL);
    PERFORM money_fact(a.id, g.child_id, 'written', a.agreement_on, NULL);
    IF g.kind <> 'sgo' THEN RETURN; END IF;
    SELECT min(o.from_on) AS began, CASE WHEN bool_and(o.until IS NOT NULL) THEN max(o.until) END AS ended
      INTO one FROM kinship_award o WHERE o.caring_id = g.id;
    PERFORM money_fact(g.id, g.child_id, 'guardian', one.began, least(one.ended, g.until));
    IF a.from_on > one.began THEN
        PERFORM money_fact(a.id, g.child_id, 'reviewed', (a.recorded_at AT TIME ZONE 'Europe/London')::date, NULL);
    END IF;
END $$;

CREATE FUNCTION money_award_moved() RETURNS trigger {HEAD}
BEGIN
    PERFORM money_award_facts(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION money_care_moved() RETURNS trigger {HEAD}
BEGIN
    PERFORM money_award_facts(a.id) FROM kinship_award a WHERE a.caring_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER money_award_facts AFTER INSERT OR UPDATE ON kinship_award FOR EACH ROW EXECUTE FUNCTION money_award_moved();
CREATE TRIGGER money_award_facts AFTER UPDATE ON kinship_caring FOR EACH ROW WHEN (NEW.kind = 'sgo')
    EXECUTE FUNCTION money_care_moved();
"""
FUNCTIONS = (
    "money_fact(uuid, uuid, text, date, date)",
    "money_award_facts(uuid)",
    "money_award_moved()",
    "money_care_moved()",
)
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in FUNCTIONS
)
READ = f"{INSIDE} AND {granted('money_moneyfact.person_id')}"


class Migration(migrations.Migration):
    dependencies = [("money", "0005_money_facts"), ("law", "0030_holding")]
    operations = [
        Protect(
            Policy(
                "money_moneyfact",
                read=READ,
                as_other="false",
                write="false",
                by_role=EDITS,
                extra=("REVOKE UPDATE ON money_moneyfact FROM kith_app",),
            )
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        kept_of("money_moneyfact"),
        migrations.RunSQL("SELECT money_award_facts(id) FROM kinship_award", migrations.RunSQL.noop),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
    ]
