"""Who reads and writes what is paid: who pays, all of it, by reference; a worker, that of a carer who is open to them; a
carer, their own through a function; nobody else behind any door. Bank details: who pays alone, and sealed even there.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect, granted

ROLE = "(SELECT kith_actor_role())"
ME = "(SELECT kith_actor())"
PAYS = f"coalesce({ROLE} IN ('payments', 'director'), false)"
OFFICER = f"coalesce({ROLE} = 'payments', false)"
# Council roles that answer for a record (kith.access.roles); a test holds it to them.
INSIDE = f"coalesce({ROLE} IN ('lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'), false)"


def mine(column):
    return f"(SELECT kith_on_behalf_of()) IS NULL AND money_is_me({column})"


def read(table, column="person_id", own=True):
    told = [PAYS, f"{INSIDE} AND {granted(f'{table}.{column}')}"]
    return " OR ".join(f"({each})" for each in [*told, *([mine(f"{table}.{column}")] if own else [])])


def written(table):
    return f"{table}.recorded_by = {ME}"


def changes(table, *columns):
    may = f"GRANT UPDATE ({', '.join(columns)}) ON {table} TO kith_app" if columns else "SELECT 1"
    return (f"REVOKE UPDATE ON {table} FROM kith_app", may)


FIRST = """
-- Is this the person whose own door it is?
CREATE FUNCTION money_is_me(person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM access_dooraccess d WHERE d.account_id = kith_actor() AND d.person_id = person
                      AND d.capacity = 'self' AND d.during @> now());
END $$;
REVOKE ALL ON FUNCTION money_is_me(uuid) FROM PUBLIC;
ALTER FUNCTION money_is_me(uuid) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION money_is_me(uuid) TO kith_app, kith_worker;
"""
ANYBODY = f"{ME} IS NOT NULL"
POLICIES = [
    Policy("money_rateversion", read=ANYBODY, as_other="true", write="false",
           insert=f"{OFFICER} AND money_rateversion.set_by = {ME}", history=False, by_role=OFFICER,
           extra=changes("money_rateversion")),
    Policy("money_rate", read=ANYBODY, as_other="true", write="false", insert=OFFICER, history=False, by_role=OFFICER,
           extra=changes("money_rate")),
    Policy("money_notpaid", read=read("money_notpaid", own=False), as_other="false", write=OFFICER,
           insert=f"{OFFICER} AND {written('money_notpaid')}", by_role=OFFICER,
           extra=changes("money_notpaid", "ended_at")),
    Policy("money_hold", read=read("money_hold"), as_other="false", write=OFFICER,
           insert=f"{OFFICER} AND {written('money_hold')}", by_role=OFFICER,
           extra=changes("money_hold", "ended_at", "ended_by")),
    Policy("money_bankdetail", read=PAYS, as_other="false", write=OFFICER,
           insert=f"{written('money_bankdetail')} AND money_bankdetail.state = 'waiting'"
           f" AND ({OFFICER} OR {mine('money_bankdetail.person_id')})",
           extra=(*changes("money_bankdetail", "state", "checked_by", "checked_at", "how_checked"),
                  "DROP POLICY money_bankdetail_update ON money_bankdetail",
                  f"CREATE POLICY money_bankdetail_update ON money_bankdetail FOR UPDATE TO kith_app"
                  f" USING ({OFFICER} AND state = 'waiting' AND recorded_by <> {ME})"
                  f" WITH CHECK ({OFFICER} AND checked_by = {ME})")),
    Policy("money_overpayment", read=f"({read('money_overpayment', own=False)}) OR (money_overpayment.state <> 'found'"
           f" AND {mine('money_overpayment.person_id')})", as_other="false", write=PAYS,
           insert=f"{PAYS} AND {written('money_overpayment')} AND money_overpayment.state = 'found'", by_role=PAYS,
           extra=changes("money_overpayment", "state", "told_on", "told_words", "their_words", "hardship",
                         "each_time_pence", "agreed_on", "why_let_be")),
    Policy("money_paymentrun", read=f"{PAYS} OR {INSIDE}", as_other="false",
           write=PAYS, insert=f"{OFFICER} AND {written('money_paymentrun')} AND money_paymentrun.state = 'ready'", by_role=PAYS,
           extra=changes("money_paymentrun", "state", "answered_by", "answered_at", "sent_back_because", "exported_at")),
    Policy("money_paymentline", read=read("money_paymentline", "payee_id", own=False), as_other="false", write="false",
           insert=f"{OFFICER} AND {written('money_paymentline')} AND EXISTS (SELECT 1 FROM money_paymentrun r"
           f" WHERE r.id = money_paymentline.run_id AND r.state = 'ready' AND r.recorded_by = {ME})",
           history=False, by_role=OFFICER, extra=changes("money_paymentline")),
    Policy("money_paymentresult", read=read("money_paymentresult", "payee_id", own=False), as_other="false", write="false",
           insert=f"{OFFICER} AND {written('money_paymentresult')}", history=False, by_role=OFFICER,
           extra=changes("money_paymentresult")),
    Policy("money_paymentquestion", read=read("money_paymentquestion"), as_other="false", write=PAYS,
           insert=f"{written('money_paymentquestion')} AND money_paymentquestion.answer = ''"
           f" AND {mine('money_paymentquestion.person_id')}",
           extra=changes("money_paymentquestion", "answer", "answered_at", "answered_by")),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("money", "0001_tables"),
        ("access", "0160_payments_officer"),
        ("care", "0016_whom_visits_hold"),
    ]
    operations = [
        migrations.RunSQL(FIRST, migrations.RunSQL.noop),
        *(Protect(policy) for policy in POLICIES),
        # A run is answered by a second person, and only while it waits; what was approved is exported, by who pays.
        migrations.RunSQL(
            "DROP POLICY money_paymentrun_update ON money_paymentrun;"
            f"CREATE POLICY money_paymentrun_update ON money_paymentrun FOR UPDATE TO kith_app"
            f" USING ({PAYS} AND (state = 'ready' AND recorded_by <> {ME} OR state IN ('approved', 'exported')))"
            f" WITH CHECK ({PAYS} AND (state <> 'ready'))",
            migrations.RunSQL.noop,
        ),
    ]
