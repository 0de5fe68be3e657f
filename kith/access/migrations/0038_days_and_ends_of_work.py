"""Who may open, find and lift what today: by the day in England, and a restriction bars until it is over.

And an end of work that has not come yet may be given again, earlier or later.
"""

from django.db import migrations

from kith.core.today import by_todays_day

NAMED_X = (
    "access_regrant(uuid[])",
    "access_door(uuid)",
    "access_lift(uuid, text)",
    "access_restriction_named(text)",
    "access_requests()",
    "access_unmask(uuid)",
    "people_find(text, date, date[], text, text[], integer)",
    "people_check_with(text, date, date[], text[])",
    "people_may_name(uuid)",
    "people_may_link(uuid, uuid)",
    "people_never_found(uuid[])",
    "people_to_match()",
)

END = """
-- True when it was ended. A member of the family whose record is not open to the actor keeps the worker, for as long
-- as they would have had them: the tie to the family becomes one to that person. So nobody hidden is left alone, and
-- the answer tells nothing of them.
CREATE OR REPLACE FUNCTION access_end_work(held uuid, ends date, why text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE work access_involvement;
BEGIN
    SELECT i.* INTO work FROM access_involvement i WHERE i.id = held AND coalesce(upper(i.during) > kith_today(), true)
       AND coalesce(lower(i.during) < ends, true) AND kith_actor_role() = 'manager' AND kith_on_behalf_of() IS NULL
       AND EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.level >= 2 AND g.label_mask & 1 <> 0
                      AND g.during @> now() AND (g.person = i.person_id OR g.person IN (
                        SELECT m.person_id FROM people_familymember m WHERE m.family_id = i.family_id)))
       FOR UPDATE;
    IF work.id IS NULL THEN RETURN false; END IF;
    INSERT INTO access_involvement (id, recorded_at, recorded_by, source, account_id, person_id, role, label_mask, during,
                                    reason_ended, arises_from_id)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', work.account_id, m.person_id, work.role, work.label_mask,
           daterange(ends, least(upper(m.during), upper(work.during))), '', work.arises_from_id
      FROM people_familymember m WHERE m.family_id = work.family_id
       AND coalesce(least(upper(m.during), upper(work.during)) > ends, true)
       AND NOT EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = m.person_id
                          AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now());
    UPDATE access_involvement SET during = daterange(lower(during), ends), reason_ended = why WHERE id = work.id;
    RETURN true;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0036_roles_take_two"), ("core", "0031_today")]
    operations = [
        by_todays_day(*NAMED_X, limit="x.during"),
        by_todays_day("access_lift_now(uuid, uuid, text)", limit="during"),
        by_todays_day("kith_may_know_where(uuid, uuid)", "access_leads(uuid)"),
        migrations.RunSQL(END),
    ]
