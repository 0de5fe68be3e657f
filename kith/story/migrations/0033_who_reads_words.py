"""Who may see when words pass to duty and who read them: staff to whom the words are open, and nobody by the
family's door but through one function, which tells of readings that count and of names that were released."""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import Policy, Protect

OTHER = "kith_on_behalf_of()"
ANYBODY = f"{Label.NORMAL.value | Label.DOOR.value}"
FAMILY = "'parent', 'young_person', 'carer'"
# Whose reading answers what a family wrote to "the people who work with me".
ANSWERS = "'lead', 'social_worker', 'protection', 'manager'"

FUNCTIONS = f"""
-- Unread words that have passed to duty, for a duty worker; for the one who read them, afterwards too.
CREATE FUNCTION story_with_duty(event uuid, who uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_account a WHERE a.id = who AND a.role = 'front_door' AND a.is_active)
        AND EXISTS (SELECT 1 FROM story_wordssent w WHERE w.event_id = event AND w.passes_at <= now()
            AND (w.first_read_at IS NULL
                 OR EXISTS (SELECT 1 FROM story_wordsread r WHERE r.event_id = event AND r.account_id = who)));
END $$;

CREATE OR REPLACE FUNCTION story_sent_to(event uuid, who uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (EXISTS (SELECT 1 FROM story_addressed s WHERE s.event_id = event AND s.account_id = who)
            OR story_with_duty(event, who))
        AND story_about_open(event, {ANYBODY}, who);
END $$;

-- Does this account's reading answer the writer? A worker who comes of a concern that is not told does not: a
-- promise kept, or broken, by somebody who is not there would tell that they are.
CREATE FUNCTION story_reading_counts(event uuid, reader uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM story_addressed s WHERE s.event_id = event AND s.account_id = reader)
        OR EXISTS (SELECT 1 FROM access_account a WHERE a.id = reader AND a.role = 'front_door' AND a.is_active
               AND EXISTS (SELECT 1 FROM story_wordssent w WHERE w.event_id = event AND w.passes_at <= now()))
        OR EXISTS (SELECT 1 FROM access_account a JOIN access_involvement i ON i.account_id = a.id
             WHERE a.id = reader AND a.role IN ({ANSWERS}) AND i.during @> current_date
               AND (i.arises_from_id IS NULL OR NOT kith_concern_open(i.arises_from_id))
               AND EXISTS (SELECT 1 FROM story_about b WHERE b.event_id = event
                    AND (b.person_id = i.person_id OR i.family_id IN (SELECT m.family_id
                         FROM people_familymember m WHERE m.person_id = b.person_id AND m.during @> current_date))));
END $$;

-- For Today of a duty worker: what has passed to them. A restricted record gives no name, only whom to ask.
CREATE FUNCTION story_passed_to_duty() RETURNS TABLE
    (event uuid, person uuid, name text, check_with text, sent_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() IS DISTINCT FROM 'front_door' THEN RETURN; END IF;
    RETURN QUERY
    SELECT w.event_id, CASE WHEN x.ask IS NULL THEN b.person_id END,
           CASE WHEN x.ask IS NULL THEN coalesce(n.given || ' ' || n.family, '') ELSE '' END,
           coalesce(x.ask, '')::text, w.recorded_at
      FROM story_wordssent w
      JOIN LATERAL (SELECT a.person_id FROM story_about a WHERE a.event_id = w.event_id
                     ORDER BY a.person_id LIMIT 1) b ON true
      LEFT JOIN LATERAL (SELECT p.given, p.family FROM people_personname p
                          WHERE p.person_id = b.person_id AND p.preferred LIMIT 1) n ON true
      LEFT JOIN LATERAL (SELECT r.check_with AS ask FROM access_restriction r
                          WHERE r.during @> current_date AND (
                                r.person_id IN (SELECT a.person_id FROM story_about a WHERE a.event_id = w.event_id)
                             OR r.person_id IN (SELECT d.person_id FROM access_dooraccess d
                                                 WHERE d.account_id = w.recorded_by AND d.capacity = 'self'))
                          LIMIT 1) x ON true
     WHERE w.first_read_at IS NULL AND w.passes_at <= now()
     ORDER BY w.recorded_at LIMIT 50;
END $$;

-- By the family's door: for each of one's own words, the first reading that counts, and the reader's name if it
-- was told. Through a worker's eyes ("see it as they will") only of words that the worker may see too.
CREATE FUNCTION story_readings_told() RETURNS TABLE (event uuid, at timestamptz, duty boolean, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who uuid := coalesce(kith_on_behalf_of(), kith_actor());
BEGIN
    RETURN QUERY
    SELECT DISTINCT ON (e.id) e.id, r.recorded_at, a.role = 'front_door',
           CASE WHEN EXISTS (SELECT 1 FROM access_involvement i WHERE i.account_id = a.id
                                AND kith_released(i.id, who)
                                AND (i.arises_from_id IS NULL OR NOT kith_concern_open(i.arises_from_id)))
                THEN a.display_name::text ELSE '' END
      FROM story_wordssent w JOIN story_event e ON e.id = w.event_id
      JOIN story_wordsread r ON r.event_id = e.id AND r.counts
      JOIN access_account a ON a.id = r.account_id
     WHERE w.recorded_by = who AND e.source = 'family' AND e.recorded_by = who
       AND (kith_on_behalf_of() IS NULL OR story_event_seen(e.id, kith_actor()))
     ORDER BY e.id, r.recorded_at;
END $$;

DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['story_with_duty(uuid, uuid)', 'story_reading_counts(uuid, uuid)',
                             'story_passed_to_duty()', 'story_readings_told()']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app, kith_worker', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
END $$;
"""


def staff_who_see(table: str, who: str) -> str:
    """SQL: the words are open to the account, and it is not one of the family's door."""
    return (
        f"(SELECT kith_actor_role()) NOT IN ({FAMILY}) AND story_event_seen({table}.event_id, (SELECT {who}))"
    )


POLICIES = [
    Policy(
        "story_wordssent",
        read=staff_who_see("story_wordssent", "kith_actor()"),
        as_other="false",
        insert="story_wordssent.recorded_by = (SELECT kith_actor()) AND story_wordssent.first_read_at IS NULL"
        " AND story_own_words(story_wordssent.event_id)",
        history=False,
        extra=(
            "REVOKE UPDATE ON story_wordssent FROM kith_app",
            "GRANT UPDATE (first_read_at) ON story_wordssent TO kith_app",
        ),
    ),
    Policy(
        "story_wordsread",
        read=staff_who_see("story_wordsread", "kith_actor()"),
        as_other="false",
        write="false",
        # In one's own name, and no truer than it is.
        insert=f"story_wordsread.account_id = (SELECT kith_actor()) AND {staff_who_see('story_wordsread', 'kith_actor()')}"
        " AND story_wordsread.counts = story_reading_counts(story_wordsread.event_id, (SELECT kith_actor()))",
        history=False,
    ),
]


class Migration(migrations.Migration):
    dependencies = [("story", "0032_words_on_their_way"), ("access", "0017_linking")]
    operations = [
        migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
        *[Protect(policy) for policy in POLICIES],
    ]
