"""What somebody says on their own page of how it is safe to reach them: to them alone, to their workers, and at once.

- A "no" makes their own contact points of that way unsafe, and keeps every such way from use, new ones too, until a worker
  asked them alone and heard that nobody else sees it. A "yes" on the page lifts nothing: whoever reads it may have said it.
- The word by which a worker knows them comes back behind no door, its owner's neither.
- One question, which ways are not to be used, is answered in one place for letters, texts, codes and first links.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect, granted

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
FAMILY = "'parent', 'young_person', 'carer'"
STAFF = f"(SELECT kith_actor_role()) NOT IN ({FAMILY})"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
MINE = granted("access_safecontact.person_id")
# Of one row: what was said of a channel. An answer in private of the phone is of calls and texts alike.
OF = "CASE c.way WHEN 'email' THEN {row}.email WHEN 'post' THEN {row}.post WHEN 'text' THEN {row}.{text} ELSE {row}.phone END"
ASKED = OF.format(row="a", text="phone")

POLICIES = [
    Protect(
        Policy(
            "access_safecontact",
            read=f"{STAFF} AND {MINE}",
            as_other="false",
            write=f"coalesce((SELECT kith_actor_role()) IN ({RELEASES}), false) AND {MINE}",
            insert="false",
            history=False,
            extra=(
                "REVOKE UPDATE ON access_safecontact FROM kith_app",
                "GRANT UPDATE (seen_at, seen_by) ON access_safecontact TO kith_app",
            ),
        )
    )
]

WAYS = f"""
-- Which of phone, text, email and post are not to be used for one person, given all ids of theirs. As the reader may know.
CREATE FUNCTION access_shared_ways(ids uuid[]) RETURNS text[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- What was overheard may say that somebody sees it, and never that nobody does: what was said alone before still counts.
    WITH heard AS MATERIALIZED (
        SELECT a.* FROM access_askedinprivate a WHERE a.person_id = ANY (ids)
           AND NOT EXISTS (SELECT FROM access_askedinprivate l WHERE l.person_id = ANY (ids) AND l.alone
                              AND (l.asked_on, l.recorded_at) > (a.asked_on, a.recorded_at)))
    SELECT coalesce(array_agg(c.way ORDER BY c.way), '{{}}') FROM unnest(ARRAY['phone', 'text', 'email', 'post']) c (way)
     WHERE EXISTS (SELECT FROM heard a WHERE {ASKED} = 'others')
        OR EXISTS (SELECT FROM access_safecontact s WHERE s.person_id = ANY (ids)
              AND {OF.format(row="s", text="text")} = 'no'
              AND NOT EXISTS (SELECT FROM access_askedinprivate a WHERE a.person_id = ANY (ids) AND a.alone
                                 AND a.recorded_at > s.said_at AND {ASKED} = 'alone'))
$$;

-- As before, and nothing by a way to which they said no since.
CREATE OR REPLACE FUNCTION access_way_is_theirs(person uuid, way text) RETURNS boolean {HEAD}
DECLARE said access_askedinprivate;
BEGIN
    SELECT l.* INTO said FROM access_last_asked(person) l;
    RETURN coalesce(said.alone AND CASE way WHEN 'text' THEN said.phone WHEN 'email' THEN said.email
                                            WHEN 'post' THEN said.post END = 'alone', false)
       AND NOT way = ANY (access_shared_ways(ARRAY(SELECT s.same FROM kith_same_people(ARRAY[person]) s)));
END $$;
"""

OWN = f"""
-- What its owner last said, without the word itself.
CREATE FUNCTION access_my_safe_contact() RETURNS TABLE (
    said_at timestamptz, phone text, voicemail text, "text" text, email text, post text, when_safe text, words text,
    has_word boolean) {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() NOT IN ({FAMILY}) THEN RETURN; END IF;
    RETURN QUERY SELECT s.said_at, s.phone::text, s.voicemail::text, s.text::text, s.email::text, s.post::text,
           s.when_safe::text, s.words::text, s.check_word <> ''
      FROM access_dooraccess d JOIN kith_same_people(ARRAY[d.person_id]) p ON true
      JOIN access_safecontact s ON s.person_id = p.same
     WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now() ORDER BY s.said_at DESC, s.id LIMIT 1;
END $$;

-- Which numbers and addresses of theirs we have, and whether we use them; not what a worker wrote of it.
CREATE FUNCTION access_my_reach() RETURNS TABLE (channel text, value text, used boolean) {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() NOT IN ({FAMILY}) THEN RETURN; END IF;
    RETURN QUERY SELECT DISTINCT c.channel::text, c.value::text,
           c.safety <> 'unsafe' AND NOT c.channel = ANY (access_shared_ways(m.me))
      FROM (SELECT array_agg(p.same) AS me FROM access_dooraccess d JOIN kith_same_people(ARRAY[d.person_id]) p ON true
             WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now()) m
      JOIN people_contactpoint c ON c.person_id = ANY (m.me)
     WHERE c.channel IN ('phone', 'text', 'email') AND c.during @> kith_today() ORDER BY 1, 2;
END $$;

-- They say it. The id, or NULL where nothing is other than before.
CREATE FUNCTION access_say_safe(said jsonb) RETURNS uuid {WRITES}
DECLARE me uuid; mine uuid[]; last access_safecontact; made uuid := gen_random_uuid();
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() NOT IN ({FAMILY}) THEN RETURN NULL; END IF;
    SELECT d.person_id INTO me FROM access_dooraccess d
     WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now();
    IF me IS NULL THEN RETURN NULL; END IF;
    mine := ARRAY(SELECT p.same FROM kith_same_people(ARRAY[me]) p);
    SELECT s.* INTO last FROM access_safecontact s WHERE s.person_id = ANY (mine) ORDER BY s.said_at DESC, s.id LIMIT 1;
    IF last.id IS NOT NULL AND coalesce(nullif(said ->> 'check_word', ''), last.check_word) = last.check_word
        AND (said - 'check_word') = jsonb_build_object('phone', last.phone, 'voicemail', last.voicemail, 'text', last.text,
            'email', last.email, 'post', last.post, 'when_safe', last.when_safe, 'words', last.words)
    THEN RETURN NULL; END IF;
    INSERT INTO access_safecontact (id, person_id, said_at, phone, voicemail, "text", email, post, when_safe, words, check_word)
    VALUES (made, me, clock_timestamp(), said ->> 'phone', said ->> 'voicemail', said ->> 'text', said ->> 'email',
            said ->> 'post', said ->> 'when_safe', said ->> 'words',
            coalesce(nullif(said ->> 'check_word', ''), last.check_word, ''));
    UPDATE people_contactpoint c SET safety = 'unsafe'
     WHERE c.person_id = ANY (mine) AND c.safety <> 'unsafe' AND c.during @> kith_today() AND said ->> c.channel::text = 'no';
    RETURN made;
END $$;
"""

CALLED = ("access_my_safe_contact()", "access_my_reach()", "access_say_safe(jsonb)")
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    f"GRANT EXECUTE ON FUNCTION {each} TO kith_app;\n"
    for each in CALLED
) + (
    "REVOKE ALL ON FUNCTION access_shared_ways(uuid[]) FROM PUBLIC;\n"
    "GRANT EXECUTE ON FUNCTION access_shared_ways(uuid[]) TO kith_app, kith_worker, kith_definer;\n"
)


class Migration(migrations.Migration):
    dependencies = [("access", "0091_said_safe"), ("people", "0031_a_disability_taken_out")]
    operations = [*POLICIES, *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (WAYS, OWN, OWNERS))]
