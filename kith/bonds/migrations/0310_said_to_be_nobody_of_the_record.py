"""Whoever is said to be nobody of the record, and is called like somebody near the child or kept apart, needs a manager's word.

The answer is the same for kin whom every worker sees and for somebody kept apart: it tells nobody who that is (docs/adr/0311).
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
FATHER = "'{dad,daddy,father,papa,baba,stepdad,stepfather}'::text[]"
MOTHER = "'{mum,mummy,mother,mam,mama,mom,stepmum,stepmother}'::text[]"
FILLS = "'{my,his,her,their,the,old,real,birth,of,and,a}'::text[]"
TITLES = (
    "'{mr,mrs,miss,ms,dr,sir,coach,teacher,aunt,auntie,aunty,uncle,nan,nanna,nana,gran,granny,grandma,grandad,grandpa,"
    "brother,sister,cousin,friend,dad,daddy,father,papa,baba,stepdad,stepfather,mum,mummy,mother,mam,mama,mom,stepmum,"
    "stepmother}'::text[]"
)
SQL = f"""
CREATE FUNCTION bonds_sounds_like(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT a = b OR (length(a) > 2 AND left(a, 3) = left(b, 3))
        OR (people_sound(a) = people_sound(b) AND public.similarity(a, b) >= 0.2)
$$;

-- Whether somebody of this name or tie is among the child's kin, or among those whom anything keeps apart from the child.
CREATE FUNCTION bonds_like_somebody(child uuid, called text, tie text) RETURNS boolean {HEAD}
DECLARE
    mine uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[child]) s);
    said text[] := ARRAY(SELECT w FROM unnest(people_words(called)) w WHERE w <> ALL ({TITLES} || {FILLS}));
    bare text[] := ARRAY(SELECT words[1] FROM (VALUES (called), (tie)) t (told)
        CROSS JOIN LATERAL (SELECT ARRAY(SELECT w FROM unnest(people_words(told)) w WHERE w <> ALL ({FILLS}))) k (words)
         WHERE cardinality(words) = 1);
    near uuid[];
BEGIN
    near := ARRAY(SELECT r.other_id FROM people_relationship r WHERE r.person_id = ANY (mine)
        UNION SELECT k FROM (SELECT y.other_id FROM people_mayknow y WHERE y.person_id = ANY (mine) AND NOT y.may
                   AND y.during @> kith_today()
             UNION SELECT y.person_id FROM people_mayknow y WHERE y.other_id = ANY (mine) AND NOT y.may AND y.during @> kith_today()
             UNION SELECT unnest(access_apart_from(child))
             UNION SELECT l.other_id FROM bonds_timelimit l WHERE l.child_id = ANY (mine)
             UNION SELECT l.child_id FROM bonds_timelimit l WHERE l.other_id = ANY (mine)) b (k)
         WHERE bonds_link_barred(child, k, NULL, true));
    near := ARRAY(SELECT s.same FROM kith_same_people(near) s WHERE s.same <> ALL (mine));
    RETURN (cardinality(said) > 0 AND EXISTS (SELECT FROM unnest(near) p
             WHERE NOT EXISTS (SELECT FROM unnest(said) w WHERE NOT EXISTS (
                   SELECT FROM people_personname n CROSS JOIN LATERAL unnest(people_words(n.given || ' ' || n.family)) x
                    WHERE n.person_id = p AND bonds_sounds_like(w, x)))))
        OR EXISTS (SELECT FROM people_relationship r WHERE r.person_id = ANY (mine) AND r.other_id = ANY (near)
             AND ((bare && {FATHER} AND r.kind IN ('father', 'parent', 'step_parent', 'adoptive_parent'))
               OR (bare && {MOTHER} AND r.kind IN ('mother', 'parent', 'step_parent', 'adoptive_parent'))));
END $$;

-- As a worker asks it: of children in whose record they do not write it is always so.
CREATE FUNCTION bonds_may_not_be_nobody(child uuid, called text, tie text) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT bonds_writes_of(child) OR bonds_like_somebody(child, called, tie);
END $$;

CREATE FUNCTION bonds_nobody_guard() RETURNS trigger {WRITES}
BEGIN
    IF current_setting('kith.migrating', true) = 'on' OR session_user <> 'kith_app' OR NEW.stands <> 'looking'
       OR NEW.known_id IS NOT NULL OR NEW.despite_at IS NOT NULL THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.stands = 'looking' AND OLD.name = NEW.name AND OLD.tie = NEW.tie AND OLD.known_id IS NULL THEN RETURN NEW; END IF;
    END IF;
    IF bonds_like_somebody(NEW.child_id, NEW.name, NEW.tie) THEN
        RAISE EXCEPTION 'they may be somebody of the record' USING ERRCODE = 'KB002';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER bonds_link_is_nobody BEFORE INSERT OR UPDATE ON bonds_linkperson
    FOR EACH ROW EXECUTE FUNCTION bonds_nobody_guard();
"""
NAMES = (
    "bonds_sounds_like(text, text)",
    "bonds_like_somebody(uuid, text, text)",
    "bonds_may_not_be_nobody(uuid, text, text)",
    "bonds_nobody_guard()",
)
OWNERS = (
    "".join(
        f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
        for each in NAMES
    )
    + "GRANT EXECUTE ON FUNCTION bonds_may_not_be_nobody(uuid, text, text) TO kith_app, kith_worker;"
)


class Migration(migrations.Migration):
    dependencies = [("bonds", "0262_facts_of_links_and_apart")]
    operations = [migrations.RunSQL(each, migrations.RunSQL.noop) for each in (SQL, OWNERS)]
