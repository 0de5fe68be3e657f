"""A worker who looks through a carer's eyes sees the carer's money, where the carer's record is open to them.

What both may see: lines, what waits, what was asked and what was paid too much are on the worker's own page of that carer as
well. Bank details are not, by their last digits neither.
"""

from django.db import migrations

from kith.core.said_anew import said_anew

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
-- Whether the worker who looks through somebody's eyes holds that person's own record.
CREATE FUNCTION money_watched() RETURNS boolean {HEAD}
BEGIN
    RETURN coalesce(kith_actor_role() IN ('lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door'), false)
       AND EXISTS (SELECT FROM access_dooraccess d JOIN access_grant g ON g.person = d.person_id
            WHERE d.account_id = kith_on_behalf_of() AND d.capacity = 'self' AND d.during @> now() AND g.actor = kith_actor()
              AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now());
END $$;

-- Is this the person whose eyes are looked through?
CREATE FUNCTION money_is_other(person uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN money_watched() AND EXISTS (SELECT FROM access_dooraccess d WHERE d.account_id = kith_on_behalf_of()
        AND d.person_id = person AND d.capacity = 'self' AND d.during @> now());
END $$;
REVOKE ALL ON FUNCTION money_watched(), money_is_other(uuid) FROM PUBLIC;
ALTER FUNCTION money_watched() OWNER TO kith_definer;
ALTER FUNCTION money_is_other(uuid) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION money_is_other(uuid) TO kith_app, kith_worker;
"""
TABLES = ("money_hold", "money_overpayment", "money_paymentquestion")
TOLD = {"money_overpayment": " AND money_overpayment.state <> 'found'"}
POLICIES = "".join(
    f"DROP POLICY {table}_as_other ON {table};"
    f"CREATE POLICY {table}_as_other ON {table} AS RESTRICTIVE FOR SELECT TO kith_app"
    f" USING ((SELECT kith_on_behalf_of()) IS NULL OR (money_is_other({table}.person_id){TOLD.get(table, '')}));\n"
    for table in TABLES
)
NOT_ONE = (
    "IF kith_on_behalf_of() IS NOT NULL THEN",
    "IF kith_on_behalf_of() IS NOT NULL AND NOT money_watched() THEN",
)
WHOSE = ("d.account_id = kith_actor()", "d.account_id = coalesce(kith_on_behalf_of(), kith_actor())")


class Migration(migrations.Migration):
    dependencies = [("money", "0006_facts_for_the_law")]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        migrations.RunSQL(POLICIES, migrations.RunSQL.noop),
        said_anew(
            "money_mine()", NOT_ONE, WHOSE,
            ("coalesce(b.ends_with, '')::text", "CASE WHEN kith_on_behalf_of() IS NULL THEN coalesce(b.ends_with, '') ELSE '' END::text"),
        ),
        said_anew("money_mine_paid_back()", NOT_ONE, WHOSE),
        said_anew(
            "money_may_read(uuid)",
            (
                "IF kith_actor() IS NULL OR kith_on_behalf_of() IS NOT NULL THEN RETURN false; END IF;",
                "IF kith_actor() IS NULL THEN RETURN false; END IF;\n"
                "    IF kith_on_behalf_of() IS NOT NULL THEN RETURN whom IS NOT NULL AND money_is_other(whom); END IF;",
            ),
        ),
    ]  # fmt: skip
