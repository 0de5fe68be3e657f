"""A function that takes an account answers of the transaction's own actor, and of whose eyes it borrows, alone.

The policies ask of no other. Whoever could ask of another learned from own words about a child who works with that
child, and of any event whether it is there and who wrote it: what is asked of others answers as of nobody now.
"""

from django.db import migrations

from kith.core.labels import Label

ANYBODY = f"{Label.NORMAL.value | Label.DOOR.value}"
OUTSIDE = "'partner', 'school', 'coordinator'"
ANSWERS = "'lead', 'social_worker', 'protection', 'manager'"
HEAD = "RETURNS boolean\nLANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"


def own(who: str) -> str:
    """SQL: the account is one that the transaction acts or looks as."""
    asked = f"coalesce({who} IN (kith_actor(), kith_on_behalf_of()), false)"
    return f"    IF NOT {asked} THEN RETURN false; END IF;"


FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION story_about_open(event uuid, mask integer, who uuid) {HEAD}
BEGIN
{own("who")}
    IF NOT EXISTS (SELECT 1 FROM story_about a JOIN access_grant g ON g.actor = who AND g.person = a.person_id
        AND g.level >= 2 AND (g.label_mask & mask) <> 0 AND g.during @> now() WHERE a.event_id = event)
    THEN
        RETURN false;
    END IF;
    -- A charity, a school and a meeting's coordinator see what their own organisation wrote, not others' notes.
    RETURN NOT EXISTS (SELECT 1 FROM access_account me WHERE me.id = who AND me.role IN ({OUTSIDE}))
        OR EXISTS (SELECT 1 FROM story_event e JOIN access_account w ON w.id = e.recorded_by
                     JOIN access_account me ON me.id = who
                    WHERE e.id = event AND (w.id = me.id OR w.organisation_id = me.organisation_id));
END $$;

CREATE OR REPLACE FUNCTION story_with_duty(event uuid, who uuid) {HEAD}
BEGIN
{own("who")}
    RETURN EXISTS (SELECT 1 FROM access_account a WHERE a.id = who AND a.role = 'front_door' AND a.is_active)
        AND EXISTS (SELECT 1 FROM story_wordssent w WHERE w.event_id = event AND w.passes_at <= now()
            AND (w.first_read_at IS NULL
                 OR EXISTS (SELECT 1 FROM story_wordsread r WHERE r.event_id = event AND r.account_id = who)));
END $$;

CREATE OR REPLACE FUNCTION story_sent_to(event uuid, who uuid) {HEAD}
BEGIN
{own("who")}
    RETURN (EXISTS (SELECT 1 FROM story_addressed s WHERE s.event_id = event AND s.account_id = who)
            OR story_with_duty(event, who))
        AND story_about_open(event, {ANYBODY}, who);
END $$;

CREATE OR REPLACE FUNCTION story_written_by(event uuid, who uuid, at_the_door boolean) {HEAD}
BEGIN
{own("who")}
    RETURN EXISTS (SELECT 1 FROM story_event e WHERE e.id = event AND e.recorded_by = who
        AND (NOT at_the_door OR e.source = 'family'));
END $$;

CREATE OR REPLACE FUNCTION story_event_seen(event uuid, who uuid) {HEAD}
DECLARE e record;
BEGIN
{own("who")}
    SELECT id, label, covert_id, source, recorded_by INTO e FROM story_event WHERE id = event;
    RETURN e.id IS NOT NULL AND (
        story_about_open(e.id, e.label, who)
        OR (kith_released(e.id, who) AND (e.covert_id IS NULL OR NOT kith_concern_open(e.covert_id)))
        OR (e.source = 'family' AND e.recorded_by = who)
        OR story_sent_to(e.id, who)
        OR (e.recorded_by = who AND story_about_open(e.id, {ANYBODY}, who)));
END $$;

CREATE OR REPLACE FUNCTION story_reading_counts(event uuid, reader uuid) {HEAD}
BEGIN
{own("reader")}
    RETURN EXISTS (SELECT 1 FROM story_addressed s WHERE s.event_id = event AND s.account_id = reader)
        OR EXISTS (SELECT 1 FROM access_account a WHERE a.id = reader AND a.role = 'front_door' AND a.is_active
               AND EXISTS (SELECT 1 FROM story_wordssent w WHERE w.event_id = event AND w.passes_at <= now()))
        OR EXISTS (SELECT 1 FROM access_account a JOIN access_involvement i ON i.account_id = a.id
             WHERE a.id = reader AND a.role IN ({ANSWERS}) AND i.during @> kith_today()
               AND (i.arises_from_id IS NULL OR NOT kith_concern_open(i.arises_from_id))
               AND EXISTS (SELECT 1 FROM story_about b WHERE b.event_id = event
                    AND (b.person_id = i.person_id OR i.family_id IN (SELECT m.family_id
                         FROM people_familymember m WHERE m.person_id = b.person_id AND m.during @> kith_today()))));
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("story", "0043_nothing_written_is_rewritten"), ("access", "0022_answers_about_nobody")]
    operations = [migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop)]
