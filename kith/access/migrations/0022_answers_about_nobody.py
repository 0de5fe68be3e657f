"""What the database's own functions say of somebody who is not the asker's to know: the same as of nobody.

Each does the same look-ups whoever is asked about. A function that takes an account answers of the transaction's own
actor (and of whose eyes it borrows) alone, since policies ask of no other.
"""

from django.db import migrations

WITH_REASON = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'director'"
DOOR = f"""
CREATE OR REPLACE FUNCTION access_door(asked uuid) RETURNS TABLE (canonical uuid, state text, how text, linked uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    me uuid := kith_actor(); other uuid := kith_on_behalf_of(); same uuid[]; root uuid; role text := kith_actor_role();
    known boolean; may_open boolean; both_open boolean; barred boolean; came text; answer text;
BEGIN
    same := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[asked]) s);
    known := EXISTS (SELECT 1 FROM people_person p WHERE p.id = asked);
    root := coalesce((SELECT i.canonical_id FROM people_personidentity i
                       WHERE i.person_id = asked AND i.during @> now()), asked);
    may_open := EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = me AND g.person = root
        AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now());
    both_open := EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = coalesce(other, me) AND g.person = root
        AND g.level >= 2 AND g.during @> now());
    barred := EXISTS (SELECT 1 FROM access_restriction x WHERE x.person_id = ANY (same) AND x.during @> current_date);
    came := (SELECT g.came_from::text FROM access_grant g WHERE g.actor = me AND g.person = root
        AND g.level >= 2 AND g.during @> now()
      ORDER BY array_position(ARRAY['involvement', 'team', 'reason', 'door'], g.came_from::text) LIMIT 1);
    answer := CASE WHEN me IS NULL OR NOT known THEN 'none'
                   WHEN may_open AND (other IS NULL OR both_open) THEN 'open'
                   WHEN other IS NOT NULL OR barred OR coalesce(role NOT IN ({WITH_REASON}), true) THEN 'none'
                   ELSE 'ask' END;
    RETURN QUERY SELECT CASE WHEN answer = 'none' THEN asked ELSE root END, answer,
        CASE WHEN answer = 'open' THEN came END, CASE WHEN answer = 'open' THEN array_remove(same, root) END;
END $$;
"""

# A concern counts as open, so that what arises from it stays hidden, unless it has ended and is the asker's to know.
CONCERN = """
CREATE OR REPLACE FUNCTION kith_concern_open(concern uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    eyes uuid[] := ARRAY[kith_actor(), kith_on_behalf_of()];
    ended boolean := EXISTS (SELECT 1 FROM access_notyettold n WHERE n.id = concern AND n.ended_at IS NOT NULL);
    worked boolean := EXISTS (SELECT 1 FROM access_notyettold n JOIN access_grant g ON g.person = ANY (n.persons)
        WHERE n.id = concern AND g.actor = ANY (eyes) AND g.level >= 2 AND g.during @> now());
    told boolean := EXISTS (
        SELECT 1 FROM access_dooraccess d JOIN access_release r ON r.reader_id = d.person_id AND r.withdrawn_at IS NULL
         WHERE d.account_id = ANY (eyes) AND d.capacity = 'self' AND d.during @> now()
           AND (EXISTS (SELECT 1 FROM story_event e WHERE e.id = r.item AND e.covert_id = concern)
                OR EXISTS (SELECT 1 FROM access_involvement i WHERE i.id = r.item AND i.arises_from_id = concern)));
BEGIN
    RETURN NOT (ended AND (worked OR told));
END $$;
"""

OF_THE_ACTOR = """
CREATE OR REPLACE FUNCTION kith_may_know_where(subject uuid, account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(account IN (kith_actor(), kith_on_behalf_of()), false) AND EXISTS (SELECT 1 FROM access_dooraccess d
        WHERE d.account_id = account AND d.capacity = 'self' AND d.during @> now()
          AND (d.person_id = subject OR EXISTS (SELECT 1 FROM people_mayknow k
                WHERE k.person_id = subject AND k.other_id = d.person_id AND k.may AND k.during @> current_date)))
$$;

CREATE OR REPLACE FUNCTION kith_released(what uuid, who uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN coalesce(who IN (kith_actor(), kith_on_behalf_of()), false) AND EXISTS (
        SELECT 1 FROM access_release r JOIN access_dooraccess d ON d.person_id = r.reader_id
         WHERE r.item = what AND r.withdrawn_at IS NULL
           AND d.account_id = who AND d.capacity = 'self' AND d.during @> now());
END $$;

-- Whom nobody may name nobody links: of a kept record this says what it says of nobody.
CREATE OR REPLACE FUNCTION people_may_link(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT people_may_name(one) AND people_may_name(other)
       AND NOT EXISTS (SELECT 1 FROM kith_same_people(ARRAY[one, other]) s JOIN access_restriction x
        ON x.person_id = s.same AND (x.kind IN ('sealed', 'relocated') OR coalesce(upper(x.during) > current_date, true)))
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0021_what_families_know_of_workers"), ("core", "0006_mark_logs")]
    operations = [migrations.RunSQL(DOOR), migrations.RunSQL(CONCERN), migrations.RunSQL(OF_THE_ACTOR)]
