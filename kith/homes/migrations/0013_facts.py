"""What happened with homes, as dated facts about each child and each carer: for the law."""

from django.db import migrations

from kith.core.rls import EDITS, Policy, Protect, granted
from kith.law.holding import kept_of

HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
NEAR = "coalesce((SELECT kith_actor_role()) IN ('social_worker', 'manager', 'director'), false)"
KEEPER = "coalesce((SELECT kith_actor_role()) IN ('social_worker', 'manager'), false)"
MINE = "homes_done.recorded_by = (SELECT kith_actor()) AND homes_done.source = 'worker'"
KINDS = """
CASE d.what WHEN 'answered' THEN 'foster_enquiry_answered' WHEN 'checks_in' THEN 'foster_checks_in'
     WHEN 'stage_one' THEN 'foster_stage_one_decided' WHEN 'panel_on' THEN 'foster_panel_planned'
     WHEN 'papers' THEN 'foster_panel_papers_sent' WHEN 'minutes' THEN 'foster_panel_minutes'
     WHEN 'decided' THEN 'foster_decision' WHEN 'told' THEN 'foster_applicant_told'
     WHEN 'written' THEN 'foster_applicant_written_to' WHEN 'refusal' THEN 'foster_refusal_notice'
     WHEN 'answer' THEN 'foster_representations' WHEN 'unannounced' THEN 'foster_unannounced_visit'
     ELSE 'foster_training_standards_met' END"""
STAGES = """
CASE s.stage WHEN 'enquiry' THEN 'foster_enquiry' WHEN 'applied' THEN 'foster_application'
     ELSE 'foster_panel_recommended' END"""
SQL = f"""
-- The facts of one home or search are worked out anew, whole: what is none any more goes, what is new comes.
CREATE FUNCTION homes_put_facts(whose uuid, rows jsonb) RETURNS void {HEAD}
BEGIN
    WITH n AS MATERIALIZED (SELECT DISTINCT ON (r.matter, r.person, r.kind, r.day) r.* FROM jsonb_to_recordset(rows)
        AS r (person uuid, matter uuid, kind text, day date, ends date) WHERE r.day IS NOT NULL
         ORDER BY r.matter, r.person, r.kind, r.day, r.ends),
    gone AS (DELETE FROM homes_homefact f WHERE f.of = whose AND NOT EXISTS (SELECT FROM n
        WHERE n.person = f.person_id AND n.matter = f.matter AND n.kind = f.kind AND n.day = f.happened_on))
    INSERT INTO homes_homefact AS f (id, recorded_at, recorded_by, source, of, matter, person_id, kind, happened_on, until)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', whose, n.matter, n.person, n.kind, n.day, n.ends FROM n
        ON CONFLICT (matter, person_id, kind, happened_on) DO UPDATE SET until = excluded.until
     WHERE f.until IS DISTINCT FROM excluded.until;
END $$;

-- A home is sought until one is found, or none is sought any more. One that was agreed was asked of the law on that day.
CREATE FUNCTION homes_search_facts(which uuid) RETURNS void {HEAD}
BEGIN
    PERFORM homes_put_facts(which, (SELECT coalesce(jsonb_agg(x), '[]') FROM (
        SELECT s.child_id AS person, s.id AS matter, 'home_search_started' AS kind, p.asked_on AS day, NULL::date AS ends
          FROM homes_search s JOIN homes_profile p ON p.id = s.profile_id WHERE s.id = which AND (s.closed_on IS NULL
           OR EXISTS (SELECT FROM homes_choice c WHERE c.search_id = s.id AND c.state = 'agreed'))
        UNION ALL SELECT c.child_id, which, k.kind, c.on, NULL FROM homes_choice c
         CROSS JOIN (VALUES ('home_is_allowed'), ('foster_home_within_limit')) k (kind)
         WHERE c.search_id = which AND c.state = 'agreed'
        UNION ALL SELECT c.child_id, c.id, 'outside_terms_placement', c.on, c.outside_ended_on FROM homes_choice c
         WHERE c.search_id = which AND c.state = 'agreed' AND c.outside_terms_until IS NOT NULL) x));
END $$;

-- Carers of a home: unbroken approval, but for a time (reg 24), while they live there and the home is open; what was done.
CREATE FUNCTION homes_home_facts(which uuid) RETURNS void {HEAD}
BEGIN
    IF which IS NULL THEN RETURN; END IF;
    PERFORM homes_put_facts(which, (SELECT coalesce(jsonb_agg(x), '[]') FROM (
        WITH m AS (SELECT m.person_id AS person, daterange(m.since, m.until) AS during FROM homes_member m
                    WHERE m.home_id = which AND m.part = 'carer'),
        h AS (SELECT daterange(NULL, h.closed_on) AS during FROM homes_home h WHERE h.id = which),
        a AS (SELECT unnest(range_agg(daterange(a.starts_on, a.ends_on))) AS during FROM homes_approval a
               WHERE a.home_id = which AND NOT a.temporary)
        SELECT m.person, which AS matter, 'foster_approval' AS kind, lower(m.during * a.during * h.during) AS day,
               upper(m.during * a.during * h.during) AS ends FROM m, a, h WHERE NOT isempty(m.during * a.during * h.during)
        UNION ALL SELECT m.person, r.id, 'foster_review', r.on, NULL FROM m JOIN homes_carerreview r
            ON r.home_id = which AND m.during @> r.on
        UNION ALL SELECT m.person, l.id, k.kind, k.day, NULL FROM m JOIN homes_leaving l
            ON l.home_id = which AND l.why <> 'ended' AND m.during @> l.told_on
         CROSS JOIN LATERAL (VALUES ('foster_resignation', l.told_on), ('foster_resignation_done', l.leaves_on)) k (kind, day)
        UNION ALL SELECT m.person, d.id, {KINDS}, d.on, NULL FROM m JOIN homes_done d
            ON d.home_id = which AND m.during @> d.on
        UNION ALL SELECT m.person, e.id, {KINDS}, d.on, NULL FROM m, homes_enquiry e JOIN homes_done d ON d.enquiry_id = e.id
         WHERE e.home_id = which
        UNION ALL SELECT m.person, e.id, {STAGES}, s.on, NULL FROM m, homes_enquiry e JOIN homes_enquirystep s
            ON s.enquiry_id = e.id AND s.stage IN ('enquiry', 'applied', 'panel') WHERE e.home_id = which) x));
END $$;

CREATE FUNCTION homes_facts_moved() RETURNS trigger {HEAD}
DECLARE row jsonb := to_jsonb(NEW);
BEGIN
    CASE TG_TABLE_NAME
    WHEN 'homes_search' THEN PERFORM homes_search_facts((row ->> 'id')::uuid);
    WHEN 'homes_choice' THEN PERFORM homes_search_facts((row ->> 'search_id')::uuid);
    WHEN 'homes_home' THEN PERFORM homes_home_facts((row ->> 'id')::uuid);
    WHEN 'homes_enquirystep' THEN
        PERFORM homes_home_facts(e.home_id) FROM homes_enquiry e WHERE e.id = (row ->> 'enquiry_id')::uuid;
    WHEN 'homes_done' THEN
        PERFORM homes_home_facts(coalesce((row ->> 'home_id')::uuid,
            (SELECT e.home_id FROM homes_enquiry e WHERE e.id = (row ->> 'enquiry_id')::uuid)));
    ELSE PERFORM homes_home_facts((row ->> 'home_id')::uuid);
    END CASE;
    RETURN NULL;
END $$;
"""
EVERY = (
    ("homes_search", ""), ("homes_choice", ""), ("homes_approval", ""), ("homes_member", ""), ("homes_carerreview", ""),
    ("homes_leaving", ""), ("homes_done", ""), ("homes_enquirystep", ""), ("homes_enquiry", "WHEN (NEW.home_id IS NOT NULL) "),
)  # fmt: skip
TRIGGERS = (
    "".join(
        f"CREATE TRIGGER {table}_facts AFTER INSERT OR UPDATE ON {table} FOR EACH ROW {when}EXECUTE FUNCTION homes_facts_moved();\n"
        for table, when in EVERY
    )
    + "CREATE TRIGGER homes_home_facts AFTER UPDATE ON homes_home FOR EACH ROW"
    " WHEN (NEW.closed_on IS DISTINCT FROM OLD.closed_on) EXECUTE FUNCTION homes_facts_moved();\n"
)
OURS = (
    "homes_put_facts(uuid, jsonb)", "homes_search_facts(uuid)", "homes_home_facts(uuid)", "homes_facts_moved()",
)  # fmt: skip
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in OURS
)
BEFORE = """
SELECT homes_search_facts(s.id) FROM homes_search s;
SELECT homes_home_facts(h) FROM (SELECT DISTINCT m.home_id AS h FROM homes_member m) m;
"""


class Migration(migrations.Migration):
    dependencies = [("homes", "0012_done"), ("law", "0030_holding")]
    operations = [
        Protect(
            Policy(
                "homes_done",
                read=NEAR,
                as_other="false",
                write="false",
                insert=f"{KEEPER} AND {MINE}",
                by_role=KEEPER,
                extra=("REVOKE UPDATE ON homes_done FROM kith_app",),
            )
        ),
        # Triggers alone write it.
        Protect(
            Policy(
                "homes_homefact",
                read=f"{INSIDE} AND {granted('homes_homefact.person_id')}",
                as_other="false",
                write="false",
                by_role=EDITS,
                extra=("REVOKE INSERT, UPDATE ON homes_homefact FROM kith_app",),
            )
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        kept_of("homes_homefact"),
        migrations.RunSQL(BEFORE, migrations.RunSQL.noop),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
    ]
