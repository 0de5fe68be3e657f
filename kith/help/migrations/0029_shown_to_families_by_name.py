"""What help was offered or given may be released to one person by name, who then reads it behind their own door.

The words and the day alone: which money paid, who agreed, on what occasion it was offered and what another said to it are
columns of the same row, and row level security hides rows, not columns. So the door reads by a function.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
INSIDE = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'health', 'director'"
SQL = f"""
CREATE FUNCTION help_item(item uuid) RETURNS TABLE (kind text, words text, day date, person uuid, family uuid, covert uuid) {HEAD}
BEGIN
    RETURN QUERY SELECT 'offer', o.what::text, o.offered_on, o.person_id, o.family_id, o.covert_id
      FROM help_helpoffer o WHERE o.id = item
    UNION ALL SELECT 'given', p.what::text, p."on", NULL, p.family_id, NULL FROM help_practicalhelp p WHERE p.id = item;
END $$;

-- Does the actor, a worker, read the item on the family's page?
CREATE FUNCTION help_item_open(item uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM help_item(item) i WHERE (i.person IS NULL OR help_person_open(i.person))
        AND (i.family IS NULL OR help_family_open(i.family)));
END $$;

CREATE FUNCTION help_may_release(item uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND coalesce(kith_actor_role() IN ({RELEASES}), false) AND help_item_open(item)
       AND EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = reader
                      AND (g.label_mask & 1) <> 0 AND g.during @> now())
       AND EXISTS (SELECT FROM help_item(item) i WHERE (i.covert IS NULL OR NOT kith_concern_open(i.covert))
            AND (reader = i.person OR EXISTS (SELECT FROM people_relationship r
                    WHERE (r.person_id, r.other_id) IN ((reader, i.person), (i.person, reader)))
                OR EXISTS (SELECT FROM people_familymember m WHERE m.family_id = i.family AND (m.person_id = reader
                    OR EXISTS (SELECT FROM people_relationship r
                        WHERE (r.person_id, r.other_id) IN ((reader, m.person_id), (m.person_id, reader)))))))
       AND NOT EXISTS (SELECT FROM help_item(item) i, access_found_in(reader, i.words));
END $$;

-- The same while the worker looks through another's eyes: nothing acts, and the worker reads no more than before.
CREATE FUNCTION help_item_seen(item uuid) RETURNS boolean {HEAD}
DECLARE mine uuid[] := ARRAY(SELECT g.person FROM access_grant g WHERE g.actor = kith_actor() AND g.level >= 2
                                AND (g.label_mask & 1) <> 0 AND g.during @> now());
BEGIN
    RETURN coalesce(kith_actor_role() IN ({INSIDE}), false) AND EXISTS (SELECT FROM help_item(item) i
     WHERE (i.person IS NULL OR i.person = ANY (mine)) AND (i.family IS NULL OR (
        EXISTS (SELECT FROM people_familymember m WHERE m.family_id = i.family AND m.person_id = ANY (mine))
        AND NOT EXISTS (SELECT FROM people_familymember m JOIN access_restriction x ON x.person_id = m.person_id
             WHERE m.family_id = i.family AND x.during @> kith_today() AND m.person_id <> ALL (mine)))));
END $$;

-- Behind the door, and through a worker's eyes what both may read.
CREATE FUNCTION help_mine_to_read() RETURNS TABLE (item uuid, kind text, words text, day date) {HEAD}
DECLARE who uuid := coalesce(kith_on_behalf_of(), kith_actor());
BEGIN
    RETURN QUERY SELECT r.item, i.kind, i.words, i.day
      FROM access_dooraccess d JOIN access_release r ON r.reader_id = d.person_id AND r.kind = 'help' AND r.withdrawn_at IS NULL
      CROSS JOIN LATERAL help_item(r.item) i
     WHERE d.account_id = who AND d.capacity = 'self' AND d.during @> now() AND kith_released(r.item, who)
       AND (i.covert IS NULL OR NOT kith_concern_open(i.covert))
       AND (kith_on_behalf_of() IS NULL OR help_item_seen(r.item));
END $$;

CREATE POLICY access_release_insert_help ON access_release FOR INSERT TO kith_app
    WITH CHECK (kind = 'help' AND recorded_by = (SELECT kith_actor()) AND withdrawn_at IS NULL
                AND help_may_release(item, reader_id));
CREATE POLICY access_release_update_help ON access_release FOR UPDATE TO kith_app
    USING (kind = 'help' AND (SELECT kith_actor_role()) IN ({RELEASES}) AND help_item_open(item))
    WITH CHECK (withdrawn_at IS NOT NULL);
"""
CALLED = ("help_item_open(uuid)", "help_may_release(uuid, uuid)", "help_mine_to_read()")
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, "help_item(uuid)", "help_item_seen(uuid)")
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)


class Migration(migrations.Migration):
    dependencies = [("help", "0025_news_until_seen"), ("access", "0086_no_account_before_asking")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (SQL, OWNERS)]
