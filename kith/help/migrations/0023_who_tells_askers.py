"""Whoever has a request tells its asker; the asker reads that, and nothing else of the request, by a function.

And a lead who works for a school or a charity reads of a request what its giver said, until their own yes.
"""

from django.db import migrations

from kith.core.rls import EDITS, Policy, Protect, written_by_role

OPEN = "help_request_open(help_askertold.request_id)"
OPEN_ROW = "h.refused_at IS NULL AND h.ended_at IS NULL"
HOLDS = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'health', 'partner', 'school'"
SQL = f"""
-- Did somebody ask who works elsewhere and signs in? The front door writes down what others ask by telephone.
CREATE FUNCTION help_asker_has_page(request uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN help_request_open(request) AND EXISTS (
        SELECT FROM help_helprequest r JOIN access_account a ON a.id = r.recorded_by
         WHERE r.id = request AND a.is_active AND a.role IN ({HOLDS}) AND a.role NOT IN ('front_door', 'manager'));
END $$;

-- What somebody asked for, and what they may know of it: their own words, and the last that was told to them. While the
-- family is not told of it, or somebody whom it is about may be opened by named people alone, thanks and no words.
CREATE FUNCTION help_asked_by_me() RETURNS TABLE (request uuid, reference text, asked_at timestamptz, about text,
                                                  told_at timestamptz, words text, agreed_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF kith_actor() IS NULL OR kith_on_behalf_of() IS NOT NULL OR kith_actor_role() IN ('front_door', 'manager') THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT r.id, r.reference::text, r.asked_at, r.what_is_hard::text, t.recorded_at,
           CASE WHEN s.may THEN coalesce(t.words, '') ELSE '' END::text, CASE WHEN s.may THEN t.agreed_on END
      FROM help_helprequest r
      LEFT JOIN LATERAL (SELECT o.* FROM help_askertold o WHERE o.request_id = r.id
                          ORDER BY o.recorded_at DESC, o.id LIMIT 1) t ON true
      CROSS JOIN LATERAL (SELECT r.covert_id IS NULL AND r.family_not_told_why = '' AND NOT EXISTS (
            SELECT FROM help_requestperson p CROSS JOIN LATERAL kith_same_people(ARRAY[p.person_id]) k
              JOIN access_restriction x ON x.person_id = k.same AND x.during @> kith_today()
             WHERE p.request_id = r.id) AS may) s
     WHERE r.recorded_by = kith_actor() ORDER BY r.asked_at DESC, r.id LIMIT 200;
END $$;

CREATE OR REPLACE FUNCTION help_request_open(request uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE role text := kith_actor_role();
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR role IS NULL OR role NOT IN ({HOLDS}) THEN RETURN false; END IF;
    IF EXISTS (SELECT FROM help_requestholder h WHERE h.request_id = request AND h.account_id = kith_actor()
                  AND {OPEN_ROW} AND (h.accepted_at IS NOT NULL
                                      OR (help_inside() AND NOT access_works_outside(kith_actor()))))
       AND NOT help_left_out(request) THEN
        RETURN true;
    END IF;
    RETURN help_screens() AND help_check_with(request) IS NULL;
END $$;

DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['help_asker_has_page(uuid)', 'help_asked_by_me()'] LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app, kith_worker', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("help", "0022_asker_told"), ("access", "0074_a_lead_outside_finds_nobody")]
    operations = [
        Protect(
            Policy(
                "help_askertold",
                read=OPEN,
                as_other="false",
                write="false",
                insert=f"{OPEN} AND {EDITS} AND help_askertold.recorded_by = (SELECT kith_actor())",
                extra=("REVOKE UPDATE, DELETE ON help_askertold FROM kith_app, kith_worker",),
            )
        ),
        written_by_role("help_askertold"),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
