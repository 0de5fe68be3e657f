"""Who reads a letter, who writes one, and what the database itself does not let leave.

- A letter is read by council roles to whom its person is open under every label that it bears; behind the family's door
  never (what they got, they have). It is written by roles that release, under their own name, of people of that
  person's family or network, and of no event that comes of something not yet told.
- Where it went is read by whoever sent it and by those to whom the reader and a protected address are open: the record of
  a child does not open where a mother lives.
- Nobody changes a letter, a sending or a template, nor takes one away: a trigger, so that the owner's login is held too.
- A sending is refused where words of the letter stand near somebody from whom a reader of it is kept apart, or whoever
  lives where it goes: access_found_in is asked again, so that no page can forget to (docs/adr/0154).
"""

from django.db import migrations

from kith.core.rls import Policy, Protect

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
INSIDE = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'health', 'director'"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
# Those who hold SET_LETTERS in kith.access.roles; a test holds this to them.
SETS = "'manager', 'director'"

FUNCTIONS = f"""
CREATE FUNCTION letters_open(about uuid, labels integer) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND coalesce(kith_actor_role() IN ({INSIDE}), false) AND EXISTS (
        SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = about AND g.level >= 2
           AND (g.label_mask & labels) = labels AND g.during @> now());
END $$;

-- Is every one of these the person, of their family, or tied to them?
CREATE FUNCTION letters_kin(about uuid, readers uuid[]) RETURNS boolean {HEAD}
DECLARE us uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[about]) s); near uuid[];
BEGIN
    near := us || ARRAY(SELECT m.person_id FROM people_familymember m WHERE m.family_id IN (
            SELECT f.family_id FROM people_familymember f WHERE f.person_id = ANY (us)))
        || ARRAY(SELECT r.other_id FROM people_relationship r WHERE r.person_id = ANY (us))
        || ARRAY(SELECT r.person_id FROM people_relationship r WHERE r.other_id = ANY (us));
    RETURN readers <@ ARRAY(SELECT s.same FROM kith_same_people(near) s) OR readers <@ near;
END $$;

-- Is where it went open to the actor: does whoever it is for, with a protected address, stand open to them?
CREATE FUNCTION letters_where_open(asked uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM letters_letter l WHERE l.id = asked AND letters_open(l.readers[1], 9));
END $$;

CREATE FUNCTION letters_told(events uuid[]) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT EXISTS (SELECT FROM unnest(events) e (id) LEFT JOIN story_event s ON s.id = e.id
        WHERE s.id IS NULL OR (s.covert_id IS NOT NULL AND kith_concern_open(s.covert_id)));
END $$;

-- Its readers, and whoever lives with them or where it goes: an envelope is opened by who finds it.
CREATE FUNCTION letters_reached(readers uuid[], goes_to text) RETURNS uuid[] {HEAD}
BEGIN
    RETURN ARRAY(SELECT unnest(readers) UNION
        SELECT a.person_id FROM people_address a
         WHERE a.during @> kith_today() AND a.kind IN ('home', 'staying') AND access_bare(a.lines || a.postcode) <> ''
           AND (access_bare(a.lines || a.postcode) = access_bare(goes_to) OR access_bare(a.lines || a.postcode) IN (
               SELECT access_bare(h.lines || h.postcode) FROM people_address h
                WHERE h.person_id = ANY (readers) AND h.during @> kith_today() AND h.kind IN ('home', 'staying'))));
END $$;

CREATE FUNCTION letters_found_in(readers uuid[], goes_to text, words text)
RETURNS TABLE (what text, found text) {HEAD}
BEGIN
    RETURN QUERY SELECT DISTINCT f.what, f.found
      FROM unnest(letters_reached(readers, goes_to)) r (id), access_found_in(r.id, words) f;
END $$;

-- The same for a worker who may write to these people; to others nothing.
CREATE FUNCTION letters_found(about uuid, readers uuid[], goes_to text, words text)
RETURNS TABLE (what text, found text) {HEAD}
BEGIN
    IF letters_open(about, 1) AND kith_actor_role() IN ({RELEASES}) AND letters_kin(about, readers) THEN
        RETURN QUERY SELECT f.what, f.found FROM letters_found_in(readers, goes_to, words) f ORDER BY 1, 2;
    END IF;
END $$;

-- Is anybody whom it reaches kept apart from anybody? Then no worker's number stands in what goes to them.
CREATE FUNCTION letters_apart(about uuid, readers uuid[]) RETURNS boolean {HEAD}
BEGIN
    RETURN letters_open(about, 1) AND kith_actor_role() IN ({RELEASES}) AND letters_kin(about, readers)
       AND EXISTS (SELECT FROM unnest(letters_reached(readers, '')) r (id)
            WHERE cardinality(access_apart_from(r.id)) > 0);
END $$;

CREATE FUNCTION letters_may_leave(asked uuid, about uuid, goes_to text) RETURNS boolean {HEAD}
DECLARE l letters_letter; said text;
BEGIN
    SELECT * INTO l FROM letters_letter WHERE id = asked;
    IF l.id IS NULL OR l.person_id <> about OR NOT letters_open(about, l.labels) OR NOT letters_told(l.made_of) THEN
        RETURN false;
    END IF;
    -- Every string that stands in it, whatever part it is of.
    SELECT concat_ws(E'\\n', l.to_name, goes_to, l.subject, string_agg(x #>> '{{}}', E'\\n')) INTO said
      FROM jsonb_path_query(l.content, '$.**') x WHERE jsonb_typeof(x) = 'string';
    RETURN NOT EXISTS (SELECT FROM letters_found_in(l.readers, goes_to, said));
END $$;

CREATE FUNCTION letters_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'What was filed stays as it was filed: write another.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER letters_letter_kept BEFORE UPDATE OR DELETE ON letters_letter
    FOR EACH ROW EXECUTE FUNCTION letters_kept();
CREATE TRIGGER letters_sending_kept BEFORE UPDATE OR DELETE ON letters_sending
    FOR EACH ROW EXECUTE FUNCTION letters_kept();
CREATE TRIGGER letters_posted_kept BEFORE UPDATE OR DELETE ON letters_posted
    FOR EACH ROW EXECUTE FUNCTION letters_kept();
CREATE TRIGGER letters_template_kept BEFORE UPDATE OR DELETE ON letters_lettertemplate
    FOR EACH ROW EXECUTE FUNCTION letters_kept();
"""
CALLED = (
    "letters_where_open(uuid)",
    "letters_open(uuid, integer)", "letters_kin(uuid, uuid[])", "letters_told(uuid[])",
    "letters_found(uuid, uuid[], text, text)", "letters_apart(uuid, uuid[])", "letters_may_leave(uuid, uuid, text)",
)  # fmt: skip
INNER = ("letters_reached(uuid[], text)", "letters_found_in(uuid[], text, text)")
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, *INNER)
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)

RELEASER = f"coalesce((SELECT kith_actor_role()) IN ({RELEASES}), false)"
STAFF = "coalesce((SELECT kith_actor_role()) NOT IN ('parent', 'young_person', 'carer'), false)"


def mine(table: str) -> str:
    return f"{table}.recorded_by = (SELECT kith_actor()) AND {table}.source = 'worker'"


def kept(table: str, *, read: str, insert: str) -> Policy:
    """Read, added to, and never changed."""
    return Policy(
        table,
        read=read,
        as_other="false",
        write="false",
        insert=insert,
        history=False,
        extra=(f"REVOKE UPDATE, DELETE ON {table} FROM kith_app, kith_worker",),
    )


POLICIES = [
    kept(
        "letters_letter",
        read="letters_open(letters_letter.person_id, letters_letter.labels)",
        insert=f"{mine('letters_letter')} AND {RELEASER} AND letters_open(person_id, labels)"
        " AND letters_kin(person_id, readers) AND letters_told(made_of)",
    ),
    kept(
        "letters_sending",
        read="EXISTS (SELECT 1 FROM letters_letter l WHERE l.id = letters_sending.letter_id) AND (goes_to = ''"
        " OR recorded_by = (SELECT kith_actor()) OR letters_where_open(letter_id))",
        insert=f"{mine('letters_sending')} AND {RELEASER} AND letters_may_leave(letter_id, person_id, goes_to)",
    ),
    kept(
        "letters_posted",
        read="EXISTS (SELECT 1 FROM letters_sending s WHERE s.id = letters_posted.sending_id)",
        insert=f"{mine('letters_posted')} AND {RELEASER}"
        " AND EXISTS (SELECT 1 FROM letters_sending s WHERE s.id = letters_posted.sending_id"
        " AND s.person_id = letters_posted.person_id AND s.way = 'post')",
    ),
    kept(
        "letters_lettertemplate",
        read=STAFF,
        insert=f"{mine('letters_lettertemplate')} AND coalesce((SELECT kith_actor_role()) IN ({SETS}), false)",
    ),
]


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0001_initial"),
        ("access", "0073_told_that_we_came"),
        ("story", "0061_seen_and_no_more"),
        ("people", "0030_schools"),
    ]
    operations = [
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
        *(Protect(policy) for policy in POLICIES),
    ]
