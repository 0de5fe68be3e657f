"""What more could be learnt of asking for help: by a charity, by the worker of another household, past a restriction.

- A charity or school that has a request learns of nobody beside those it works with that they are in the record.
- Whom a restriction leaves out reads no request about that person, and takes none; whoever has it may still hand it on.
- Of a family's help those read who work with somebody of it today; where nobody is of it any more, who ever was.
- A restriction on a linked record is one on the person.
"""

from django.db import migrations

from kith.core.rls import granted

HOLDS = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'health', 'partner', 'school'"
HEAD = "LANGUAGE plpgsql {how} SECURITY DEFINER SET search_path = public, pg_temp AS $$"
READS, WRITES = HEAD.format(how="STABLE"), HEAD.format(how="VOLATILE")
OPEN_ROW = "h.refused_at IS NULL AND h.ended_at IS NULL"

FUNCTIONS = f"""
-- Is somebody whom the request is about restricted, and the actor left out?
CREATE FUNCTION help_left_out(request uuid) RETURNS boolean {READS}
BEGIN
    RETURN EXISTS (SELECT FROM help_requestperson p CROSS JOIN LATERAL kith_same_people(ARRAY[p.person_id]) s
        JOIN access_restriction x ON x.person_id = s.same AND x.during @> kith_today()
       WHERE p.request_id = request AND NOT EXISTS (SELECT FROM access_restrictionallows al
             WHERE al.restriction_id = x.id AND al.account_id = kith_actor()));
END $$;
REVOKE ALL ON FUNCTION help_left_out(uuid) FROM PUBLIC;
ALTER FUNCTION help_left_out(uuid) OWNER TO kith_definer;

CREATE OR REPLACE FUNCTION help_request_open(request uuid) RETURNS boolean {READS}
DECLARE role text := kith_actor_role();
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR role IS NULL OR role NOT IN ({HOLDS}) THEN RETURN false; END IF;
    IF EXISTS (SELECT FROM help_requestholder h WHERE h.request_id = request AND h.account_id = kith_actor()
                  AND {OPEN_ROW} AND (h.accepted_at IS NOT NULL OR help_inside())) AND NOT help_left_out(request) THEN
        RETURN true;
    END IF;
    RETURN help_screens() AND help_check_with(request) IS NULL;
END $$;

CREATE OR REPLACE FUNCTION help_may_give(request uuid) RETURNS boolean {READS}
DECLARE has boolean := kith_on_behalf_of() IS NULL AND kith_actor_role() IS NOT NULL AND EXISTS (
    SELECT FROM help_requestholder h WHERE h.request_id = request AND h.account_id = kith_actor()
       AND h.accepted_at IS NOT NULL AND h.ended_at IS NULL);
BEGIN
    RETURN EXISTS (SELECT FROM help_helprequest r WHERE r.id = request AND r.closed_at IS NULL)
       AND (has OR (help_screens() AND help_request_open(request)));
END $$;

CREATE OR REPLACE FUNCTION help_answer(giving uuid, yes boolean, reason text) RETURNS boolean {WRITES}
DECLARE about uuid;
BEGIN
    SELECT h.request_id INTO about FROM help_requestholder h
     WHERE h.id = giving AND h.accepted_at IS NULL AND {OPEN_ROW} AND kith_on_behalf_of() IS NULL
       AND (h.account_id = kith_actor() OR (h.account_id IS NULL AND help_screens()));
    IF about IS NULL OR kith_actor_role() IS NULL THEN RETURN false; END IF;
    PERFORM FROM help_helprequest r WHERE r.id = about AND r.closed_at IS NULL FOR UPDATE;
    IF NOT FOUND OR (yes AND help_left_out(about)) OR NOT EXISTS (
        SELECT FROM help_requestholder h WHERE h.id = giving AND h.accepted_at IS NULL AND {OPEN_ROW}) THEN
        RETURN false;
    END IF;
    IF yes THEN
        UPDATE help_requestholder h SET ended_at = now()
         WHERE h.request_id = about AND h.accepted_at IS NOT NULL AND h.ended_at IS NULL;
        UPDATE help_requestholder h SET accepted_at = now() WHERE h.id = giving;
    ELSE
        IF coalesce(btrim(reason), '') = '' THEN RETURN false; END IF;
        UPDATE help_requestholder h SET refused_at = now(), why = left(btrim(reason), 300) WHERE h.id = giving;
    END IF;
    RETURN true;
END $$;

CREATE OR REPLACE FUNCTION help_family_open(asked uuid) RETURNS boolean {READS}
BEGIN
    RETURN help_inside() AND EXISTS (SELECT FROM people_familymember m JOIN access_grant g ON g.person = m.person_id
            WHERE m.family_id = asked AND g.actor = kith_actor() AND g.level >= 2 AND g.label_mask & 1 <> 0
              AND g.during @> now() AND (m.during @> kith_today() OR NOT EXISTS (
                  SELECT FROM people_familymember o WHERE o.family_id = asked AND o.during @> kith_today())))
       AND NOT EXISTS (SELECT FROM people_familymember m CROSS JOIN LATERAL kith_same_people(ARRAY[m.person_id]) s
              JOIN access_restriction x ON x.person_id = s.same AND x.during @> kith_today()
             WHERE m.family_id = asked AND NOT EXISTS (
                SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = m.person_id AND g.level >= 2
                   AND g.label_mask & 1 <> 0 AND g.during @> now()));
END $$;
"""
KNOWN = "\n".join(
    f"CREATE POLICY {table}_known ON {table} AS RESTRICTIVE FOR SELECT TO kith_app"
    f" USING ((SELECT help_inside()) OR {granted(f'{table}.person_id')});"
    for table in ("help_requestperson", "help_requestpersonevent")
)


class Migration(migrations.Migration):
    dependencies = [("help", "0017_what_is_left_of_pots")]
    operations = [
        migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(KNOWN, reverse_sql=migrations.RunSQL.noop),
    ]
