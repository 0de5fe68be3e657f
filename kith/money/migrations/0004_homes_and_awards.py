"""What is paid for: nights with the carer of a recorded home, and awards to family and friends, by the same engine."""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
-- Of a home that workers record, its carer as they wrote it; of one that a return told, whom the child is tied to.
CREATE OR REPLACE FUNCTION money_facts(first date, stop date, whom uuid DEFAULT NULL)
RETURNS TABLE (payee uuid, child uuid, kind text, began date, ended date, born date, weekly integer, fact uuid) {HEAD}
BEGIN
    IF NOT money_may_read(whom) THEN RETURN; END IF;
    RETURN QUERY
    SELECT money_one(c.carer), money_one(e.person_id),
           CASE WHEN e.placement_type IN ('U1', 'U2', 'U3') THEN 'kinship_fostering' ELSE 'fostering' END,
           greatest(lower(e.during), lower(c.nights)), least(upper(e.during), upper(c.nights)),
           CASE WHEN p.birth_knowledge IN ('exact', 'estimated') THEN p.born_on END, NULL::integer, c.fact
      FROM care_episode e
      JOIN people_person p ON p.id = e.person_id
      LEFT JOIN care_stayplace s ON s.stay_id = e.stay_id AND s.carer_id IS NOT NULL
     CROSS JOIN LATERAL (
        SELECT s.carer_id AS carer, e.during AS nights, e.stay_id AS fact WHERE s.id IS NOT NULL
        UNION ALL
        SELECT r.other_id, r.during, r.id FROM people_relationship r
         WHERE s.id IS NULL AND r.person_id = e.person_id AND r.kind = 'foster_carer' AND r.during && e.during) c
     WHERE e.placement_type IN ('U1', 'U2', 'U3', 'U4', 'U5', 'U6') AND e.provider = 'PR1'
       AND e.during && daterange(first, stop) AND (whom IS NULL OR money_one(c.carer) = whom)
       AND NOT EXISTS (SELECT FROM money_notpaid n WHERE n.person_id = c.carer AND n.ended_at IS NULL)
    UNION ALL
    -- Who fosters is paid as a foster carer for the same nights, and not by an award beside it.
    SELECT money_one(g.carer_id), money_one(g.child_id),
           CASE g.kind WHEN 'sgo' THEN 'special_guardianship' WHEN 'cao' THEN 'child_arrangements' ELSE 'kinship' END,
           a.from_on, least(a.until, g.until),
           CASE WHEN p.birth_knowledge IN ('exact', 'estimated') THEN p.born_on END, a.weekly_pence::integer, a.id
      FROM kinship_award a
      JOIN kinship_caring g ON g.id = a.caring_id
      JOIN people_person p ON p.id = g.child_id
     WHERE g.kind NOT IN ('temporary', 'foster') AND a.from_on < stop
       AND (least(a.until, g.until) IS NULL OR least(a.until, g.until) > greatest(first, a.from_on))
       AND (whom IS NULL OR money_one(g.carer_id) = whom);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("money", "0003_facts"), ("care", "0029_nights_derived"), ("kinship", "0013_facts")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
