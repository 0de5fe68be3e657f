"""What happened in a foster home, papers for an independent review, and how long a record is kept: as facts for the law."""

from django.db import migrations

from kith.core.rls import Policy, Protect, granted

HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
NEAR = "coalesce((SELECT kith_actor_role()) IN ('social_worker', 'manager', 'director'), false)"
KEEPER = "coalesce((SELECT kith_actor_role()) IN ('social_worker', 'manager'), false)"
# What concerns a child is read with that child's record; what concerns the home, by those near the register.
OPEN = (
    f"(homes_happened.child_id IS NULL AND {NEAR})"
    f" OR ({INSIDE} AND homes_happened.child_id IS NOT NULL AND {granted('homes_happened.child_id')})"
)
MINE = "homes_happened.recorded_by = (SELECT kith_actor()) AND homes_happened.source = 'worker'"
KINDS = """
CASE d.what WHEN 'answered' THEN 'foster_enquiry_answered' WHEN 'checks_in' THEN 'foster_checks_in'
     WHEN 'stage_one' THEN 'foster_stage_one_decided' WHEN 'panel_on' THEN 'foster_panel_planned'
     WHEN 'papers' THEN 'foster_panel_papers_sent' WHEN 'minutes' THEN 'foster_panel_minutes'
     WHEN 'decided' THEN 'foster_decision' WHEN 'told' THEN 'foster_applicant_told'
     WHEN 'written' THEN 'foster_applicant_written_to' WHEN 'refusal' THEN 'foster_refusal_notice'
     WHEN 'answer' THEN 'foster_representations' WHEN 'unannounced' THEN 'foster_unannounced_visit'
     WHEN 'irm_asked' THEN 'foster_review_papers_asked_for' WHEN 'irm_papers' THEN 'foster_review_papers_sent'
     WHEN 'destroyed' THEN 'foster_record_destroyed' ELSE 'foster_training_standards_met' END"""
STAGES = """
CASE s.stage WHEN 'enquiry' THEN 'foster_enquiry' WHEN 'applied' THEN 'foster_application'
     ELSE 'foster_panel_recommended' END"""
SQL = f"""
-- Carers of a home: unbroken approval, but for a time (reg 24), while they live there and the home is open; what was done.
-- Once no approval holds or is to come, their record is closed. What happened is of the child whom it concerns, or of them.
CREATE OR REPLACE FUNCTION homes_home_facts(which uuid) RETURNS void {HEAD}
BEGIN
    IF which IS NULL THEN RETURN; END IF;
    PERFORM homes_put_facts(which, (SELECT coalesce(jsonb_agg(x), '[]') FROM (
        WITH m AS (SELECT m.person_id AS person, daterange(m.since, m.until) AS during FROM homes_member m
                    WHERE m.home_id = which AND m.part = 'carer'),
        h AS (SELECT daterange(NULL, h.closed_on) AS during FROM homes_home h WHERE h.id = which),
        a AS (SELECT unnest(range_agg(daterange(a.starts_on, a.ends_on))) AS during FROM homes_approval a
               WHERE a.home_id = which AND NOT a.temporary),
        s AS (SELECT m.person, lower(m.during * a.during * h.during) AS day, upper(m.during * a.during * h.during) AS ends
                FROM m, a, h WHERE NOT isempty(m.during * a.during * h.during))
        SELECT s.person, which AS matter, 'foster_approval' AS kind, s.day, s.ends FROM s
        UNION ALL SELECT s.person, which, 'foster_record_closed', max(s.ends), NULL FROM s
            GROUP BY s.person HAVING bool_and(s.ends IS NOT NULL)
        UNION ALL SELECT m.person, which, 'foster_record_destroyed', d.on, NULL FROM m JOIN homes_done d
            ON d.home_id = which AND d.what = 'destroyed'
        UNION ALL SELECT m.person, r.id, 'foster_review', r.on, NULL FROM m JOIN homes_carerreview r
            ON r.home_id = which AND m.during @> r.on
        UNION ALL SELECT m.person, l.id, k.kind, k.day, NULL FROM m JOIN homes_leaving l
            ON l.home_id = which AND l.why <> 'ended' AND m.during @> l.told_on
         CROSS JOIN LATERAL (VALUES ('foster_resignation', l.told_on), ('foster_resignation_done', l.leaves_on)) k (kind, day)
        UNION ALL SELECT m.person, CASE d.what WHEN 'irm_papers' THEN coalesce((SELECT b.id FROM homes_done b
                WHERE b.home_id = which AND b.what = 'irm_asked' AND b.on <= d.on ORDER BY b.on DESC LIMIT 1), d.id)
                ELSE d.id END, {KINDS}, d.on, NULL FROM m JOIN homes_done d
            ON d.home_id = which AND d.what <> 'destroyed' AND m.during @> d.on
        UNION ALL SELECT p.person, x.id, k.kind, k.day, NULL FROM homes_happened x
         CROSS JOIN LATERAL (SELECT x.child_id AS person WHERE x.child_id IS NOT NULL UNION ALL
                SELECT m.person FROM m WHERE x.child_id IS NULL AND m.during @> x.on) p
         CROSS JOIN LATERAL (VALUES ('foster_event', x.on), ('foster_event_notified', x.told_on)) k (kind, day)
         WHERE x.home_id = which
        UNION ALL SELECT m.person, e.id, {KINDS}, d.on, NULL FROM m, homes_enquiry e JOIN homes_done d ON d.enquiry_id = e.id
         WHERE e.home_id = which
        UNION ALL SELECT m.person, e.id, {STAGES}, s.on, NULL FROM m, homes_enquiry e JOIN homes_enquirystep s
            ON s.enquiry_id = e.id AND s.stage IN ('enquiry', 'applied', 'panel') WHERE e.home_id = which) x));
END $$;
CREATE TRIGGER homes_happened_facts AFTER INSERT OR UPDATE ON homes_happened
    FOR EACH ROW EXECUTE FUNCTION homes_facts_moved();
REVOKE ALL ON FUNCTION homes_home_facts(uuid) FROM PUBLIC;
ALTER FUNCTION homes_home_facts(uuid) OWNER TO kith_definer;
SELECT homes_home_facts(h) FROM (SELECT DISTINCT m.home_id AS h FROM homes_member m JOIN homes_approval a
    ON a.home_id = m.home_id LEFT JOIN homes_home h ON h.id = m.home_id
 WHERE a.ends_on IS NOT NULL OR h.closed_on IS NOT NULL) m;
"""


class Migration(migrations.Migration):
    dependencies = [("homes", "0270_what_happened")]
    operations = [
        Protect(
            Policy(
                "homes_happened",
                read=OPEN,
                as_other="false",
                write=f"{KEEPER} AND ({OPEN})",
                insert=f"{KEEPER} AND ({OPEN}) AND {MINE}",
                by_role=KEEPER,
            )
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
