"""Words that came in by the family's door go to nobody of the family but their writer, until the writer was asked.

For sharing by name they say "in my words"; for a parent's request to see the file what they say is recorded, somebody
decides that it would not be likely to do serious harm, and a second person, who decided neither, agrees. Private words go
to nobody but their writer, whatever was said: that rule stands as it was (0020).
"""

from django.db import migrations

from kith.core.rls import Policy, Protect

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
FAMILY = "'parent', 'young_person', 'carer'"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
SECOND = "'manager', 'reviewing', 'protection'"
SEEN = (
    f"coalesce((SELECT kith_actor_role()) NOT IN ({FAMILY}), false)"
    " AND story_event_seen(story_wordsuse.event_id, (SELECT kith_actor()))"
)
POLICY = Protect(
    Policy(
        "story_wordsuse",
        read=SEEN,
        as_other="false",
        write="false",
        insert=f"{SEEN} AND (SELECT kith_actor_role()) IN ({RELEASES}) AND recorded_by = (SELECT kith_actor())"
        " AND (SELECT kith_on_behalf_of()) IS NULL AND answer = '' AND harm IS NULL AND second_agrees IS NULL"
        " AND came_of = '' AND story_from_the_door(story_wordsuse.event_id)",
    )
)
FUNCTIONS = f"""
CREATE FUNCTION story_from_the_door(event uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM story_event e WHERE e.id = event AND e.kind = 'own_words' AND e.source = 'family');
END $$;

-- A worker to whom these words are open.
CREATE FUNCTION story_works_on(event uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND coalesce(kith_actor_role() IN ({RELEASES}), false)
       AND story_event_seen(event, kith_actor());
END $$;
"""
USES = f"""
-- Behind the door: what one's own words were asked for, and what came of them.
CREATE FUNCTION story_my_uses() RETURNS TABLE (id uuid, event uuid, use text, for_what text, answer text, answer_words text,
    came_of text, came_of_on date, asked_at timestamptz) {HEAD}
DECLARE who uuid := coalesce(kith_on_behalf_of(), kith_actor());
BEGIN
    RETURN QUERY SELECT u.id, u.event_id, u.use::text, u.for_what::text, u.answer::text, u.answer_words::text,
           u.came_of::text, u.came_of_on, u.recorded_at
      FROM story_wordsuse u JOIN story_event e ON e.id = u.event_id
     WHERE e.recorded_by = who AND e.source = 'family' AND (kith_on_behalf_of() IS NULL OR story_event_seen(e.id, kith_actor()))
     ORDER BY u.recorded_at DESC, u.id;
END $$;

-- The writer answers, or says it to a worker. They may change their mind until something came of it.
CREATE FUNCTION story_answer_use(asked uuid, says text, words text) RETURNS boolean {WRITES}
BEGIN
    UPDATE story_wordsuse u SET answer = says, answer_words = left(words, 300), answered_at = now(),
           heard_by = CASE WHEN e.recorded_by = kith_actor() THEN NULL ELSE kith_actor() END
      FROM story_event e WHERE u.id = asked AND e.id = u.event_id AND u.came_of = '' AND u.second_agrees IS NULL
       AND says IN ('own', 'other', 'no') AND kith_on_behalf_of() IS NULL
       AND (e.recorded_by = kith_actor() OR story_works_on(e.id));
    IF NOT FOUND THEN RETURN false; END IF;
    -- What was shared on a yes is taken back on a no.
    UPDATE access_release r SET withdrawn_at = now() FROM story_wordsuse u
     WHERE u.id = asked AND u.use = 'shared' AND says <> 'own' AND r.reader_id = u.reader_id AND r.withdrawn_at IS NULL
       AND (r.item = u.event_id OR r.item IN (SELECT p.id FROM story_passage p WHERE p.event_id = u.event_id)
            OR r.item IN (SELECT d.id FROM story_document d WHERE d.event_id = u.event_id));
    RETURN true;
END $$;

CREATE FUNCTION story_use_harm(asked uuid, likely boolean, why text) RETURNS boolean {WRITES}
BEGIN
    UPDATE story_wordsuse u SET harm = likely, harm_why = left(why, 300), harm_by = kith_actor()
     WHERE u.id = asked AND u.use = 'file' AND u.second_agrees IS NULL AND btrim(why) <> '' AND likely IS NOT NULL
       AND story_works_on(u.event_id);
    RETURN FOUND;
END $$;

CREATE FUNCTION story_use_second(asked uuid, agrees boolean) RETURNS boolean {WRITES}
BEGIN
    UPDATE story_wordsuse u SET second_agrees = agrees, second_by = kith_actor()
     WHERE u.id = asked AND u.use = 'file' AND u.second_agrees IS NULL AND u.answer <> '' AND u.harm IS NOT NULL
       AND agrees IS NOT NULL AND u.harm_by <> kith_actor() AND u.recorded_by <> kith_actor()
       AND u.heard_by IS DISTINCT FROM kith_actor() AND kith_actor_role() IN ({SECOND}) AND story_works_on(u.event_id);
    RETURN FOUND;
END $$;

CREATE FUNCTION story_use_came_of(asked uuid, words text) RETURNS boolean {WRITES}
BEGIN
    UPDATE story_wordsuse u SET came_of = left(words, 300), came_of_on = kith_today()
     WHERE u.id = asked AND btrim(words) <> '' AND u.answer <> '' AND story_works_on(u.event_id);
    RETURN FOUND;
END $$;

-- May this item of somebody's own words go to this reader? To the writer always; to others as they were asked.
CREATE FUNCTION story_words_may_go(item uuid, reader uuid) RETURNS boolean {HEAD}
DECLARE home uuid := coalesce((SELECT p.event_id FROM story_passage p WHERE p.id = item),
                              (SELECT d.event_id FROM story_document d WHERE d.id = item), item);
BEGIN
    RETURN NOT story_from_the_door(home)
        OR EXISTS (SELECT FROM story_event e JOIN access_dooraccess a ON a.account_id = e.recorded_by AND a.capacity = 'self'
              JOIN kith_same_people(ARRAY[story_words_may_go.reader]) s ON s.same = a.person_id WHERE e.id = home)
        OR EXISTS (SELECT FROM story_wordsuse u JOIN kith_same_people(ARRAY[story_words_may_go.reader]) s ON s.same = u.reader_id
             WHERE u.event_id = home AND ((u.use = 'shared' AND u.answer = 'own')
                OR (u.use = 'file' AND u.answer <> '' AND NOT u.harm AND u.second_agrees)));
END $$;
CREATE POLICY access_release_words ON access_release AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK (kind NOT IN ('event', 'passage', 'document') OR story_words_may_go(item, reader_id));
"""
CALLED = (
    "story_from_the_door(uuid)", "story_my_uses()", "story_answer_use(uuid, text, text)",
    "story_use_harm(uuid, boolean, text)", "story_use_second(uuid, boolean)", "story_use_came_of(uuid, text)",
    "story_words_may_go(uuid, uuid)", "story_works_on(uuid)",
)  # fmt: skip
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n"
    for each in CALLED
)


class Migration(migrations.Migration):
    dependencies = [("story", "0064_words_used_elsewhere"), ("access", "0088_who_sees_a_face")]
    operations = [
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        POLICY,
        *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (USES, OWNERS)),
    ]
