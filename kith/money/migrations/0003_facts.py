"""What is paid for, read from the record: whom a child slept with. Nothing of where, and of nobody by name.

Who pays reads everybody's; a worker that of a carer open to them; a carer their own. And what a carer was paid, line by
line, once a second person had agreed.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE FUNCTION money_may_read(whom uuid) RETURNS boolean {HEAD}
BEGIN
    IF kith_actor() IS NULL OR kith_on_behalf_of() IS NOT NULL THEN RETURN false; END IF;
    IF kith_actor_role() IN ('payments', 'director') THEN RETURN true; END IF;
    RETURN whom IS NOT NULL AND (money_is_me(whom) OR (
        coalesce(kith_actor_role() IN ('lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door'), false)
        AND EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = whom AND g.level >= 2
                       AND (g.label_mask & 1) <> 0 AND g.during @> now())));
END $$;

CREATE FUNCTION money_one(person uuid) RETURNS uuid {HEAD}
BEGIN
    RETURN coalesce((SELECT i.canonical_id FROM people_personidentity i
                      WHERE i.person_id = person AND i.during @> now() LIMIT 1), person);
END $$;

-- A child's nights in foster care of the council's own, with the carer they are tied to.
CREATE FUNCTION money_facts(first date, stop date, whom uuid DEFAULT NULL)
RETURNS TABLE (payee uuid, child uuid, kind text, began date, ended date, born date, weekly integer, fact uuid) {HEAD}
BEGIN
    IF NOT money_may_read(whom) THEN RETURN; END IF;
    RETURN QUERY
    SELECT money_one(r.other_id), money_one(e.person_id),
           CASE WHEN e.placement_type IN ('U1', 'U2', 'U3') THEN 'kinship_fostering' ELSE 'fostering' END,
           greatest(lower(e.during), lower(r.during)),
           least(upper(e.during), upper(r.during)),
           CASE WHEN p.birth_knowledge IN ('exact', 'estimated') THEN p.born_on END, NULL::integer, r.id
      FROM care_episode e
      JOIN people_relationship r ON r.person_id = e.person_id AND r.kind = 'foster_carer' AND r.during && e.during
      JOIN people_person p ON p.id = e.person_id
     WHERE e.placement_type IN ('U1', 'U2', 'U3', 'U4', 'U5', 'U6') AND e.provider = 'PR1'
       AND e.during && daterange(first, stop) AND (whom IS NULL OR money_one(r.other_id) = whom)
       AND NOT EXISTS (SELECT FROM money_notpaid n WHERE n.person_id = r.other_id AND n.ended_at IS NULL);
END $$;

-- What was paid to whoever's door it is. Lines of runs that a second person agreed to, and what became of them.
CREATE FUNCTION money_mine()
RETURNS TABLE (id uuid, run uuid, pay_on date, period_first date, period_until date, child uuid, kind text, what text,
    first date, until date, weekly integer, before integer, pence integer, age smallint, held text, held_words text,
    came_back boolean, ends_with text) {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL THEN RETURN; END IF;
    RETURN QUERY
    SELECT l.id, r.id, r.pay_on, lower(r.period), upper(r.period), l.child_id, l.kind::text, l.what::text, lower(l.nights),
           upper(l.nights), l.weekly_pence, l.before_pence, l.pence, l.age, l.held::text, l.held_words::text,
           EXISTS (SELECT FROM money_paymentresult x WHERE x.run_id = r.id AND x.payee_id = l.payee_id AND NOT x.paid),
           coalesce(b.ends_with, '')::text
      FROM access_dooraccess d
      JOIN money_paymentline l ON l.payee_id = d.person_id
      JOIN money_paymentrun r ON r.id = l.run_id AND r.state IN ('approved', 'exported')
      LEFT JOIN money_bankdetail b ON b.id = l.bank_id
     WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now()
     ORDER BY r.pay_on DESC, l.child_id, lower(l.nights), l.id;
END $$;

-- Which account is paid into, by its last digits, and whether another waits for the second check.
CREATE FUNCTION money_my_bank() RETURNS TABLE (ends_with text, state text, at timestamptz, how text) {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL THEN RETURN; END IF;
    RETURN QUERY SELECT b.ends_with::text, b.state::text, coalesce(b.checked_at, b.recorded_at), b.how_checked::text
      FROM access_dooraccess d JOIN money_bankdetail b ON b.person_id = d.person_id
     WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now() ORDER BY b.recorded_at DESC;
END $$;

-- How much of what they were paid too much has come off already.
CREATE FUNCTION money_mine_paid_back() RETURNS TABLE (overpayment uuid, pence bigint) {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL THEN RETURN; END IF;
    RETURN QUERY SELECT l.overpayment_id, -sum(l.pence) FROM access_dooraccess d
      JOIN money_paymentline l ON l.payee_id = d.person_id AND l.what = 'repayment' AND l.held = ''
      JOIN money_paymentrun r ON r.id = l.run_id AND r.state IN ('approved', 'exported')
     WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now() GROUP BY l.overpayment_id;
END $$;

-- The carer's answer to having been paid too much: their words, whether it would be hardship, how much each time.
CREATE FUNCTION money_answer_overpaid(asked uuid, words text, hard boolean, each_time integer, day date) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_on_behalf_of() IS NOT NULL THEN RETURN false; END IF;
    UPDATE money_overpayment o SET their_words = words, hardship = hard,
           state = CASE WHEN each_time > 0 AND NOT hard THEN 'agreed' ELSE 'told' END,
           each_time_pence = CASE WHEN hard THEN 0 ELSE each_time END,
           agreed_on = CASE WHEN each_time > 0 AND NOT hard THEN day END
     WHERE o.id = asked AND o.state IN ('told', 'agreed') AND money_is_me(o.person_id);
    RETURN FOUND;
END $$;
"""
CALLED = (
    "money_facts(date, date, uuid)",
    "money_mine()",
    "money_my_bank()",
    "money_mine_paid_back()",
    "money_answer_overpaid(uuid, text, boolean, integer, date)",
)
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, "money_may_read(uuid)", "money_one(uuid)")
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)


class Migration(migrations.Migration):
    dependencies = [("money", "0002_policies")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (SQL, OWNERS)]
