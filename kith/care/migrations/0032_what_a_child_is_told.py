"""What a young person is told of reviews and of who decides; and facts for the law, kept by triggers."""

from django.db import migrations

from kith.law.holding import kept_of

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
DOOR = f"""
-- Reviews that the child was told of, in the columns written to them. Through a worker's eyes what both may read.
CREATE FUNCTION care_my_reviews() RETURNS TABLE (review uuid, planned_for date, chairs text, held_on date, for_child text) {HEAD}
DECLARE me uuid := care_self(coalesce(kith_on_behalf_of(), kith_actor()));
BEGIN
    IF me IS NULL OR (kith_on_behalf_of() IS NOT NULL AND NOT EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor()
        AND g.person = me AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now())) THEN RETURN; END IF;
    RETURN QUERY SELECT r.id, r.planned_for, r.chairs::text, r.held_on, r.for_child::text FROM care_reviewplanned r
      WHERE r.person_id = me AND r.child_told_on IS NOT NULL ORDER BY r.planned_for DESC, r.id;
END $$;

-- What the carer does not decide for them, with the reason that was written to them.
CREATE FUNCTION care_my_exceptions() RETURNS TABLE (matter text, decides text, reason text) {HEAD}
DECLARE me uuid := care_self(coalesce(kith_on_behalf_of(), kith_actor()));
BEGIN
    IF me IS NULL OR (kith_on_behalf_of() IS NOT NULL AND NOT EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor()
        AND g.person = me AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now())) THEN RETURN; END IF;
    RETURN QUERY SELECT n.matter::text, n.decides::text, n.reason::text FROM care_notdelegated n
      WHERE n.person_id = me AND n.until IS NULL AND n.told_on IS NOT NULL ORDER BY n.matter;
END $$;
"""
FACTS = """
CREATE FUNCTION care_fact(whose uuid, about uuid, what text, day date, ends date DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF day IS NULL THEN DELETE FROM care_carefact WHERE matter = about AND kind = what; RETURN; END IF;
    INSERT INTO care_carefact AS f (id, recorded_at, recorded_by, source, person_id, matter, kind, happened_on, until)
    VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', whose, about, what, day, ends)
        ON CONFLICT (matter, kind) DO UPDATE SET happened_on = EXCLUDED.happened_on, until = EXCLUDED.until
     WHERE (f.happened_on, f.until) IS DISTINCT FROM (EXCLUDED.happened_on, EXCLUDED.until);
END $$;

CREATE FUNCTION care_keep_facts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    CASE TG_TABLE_NAME
    WHEN 'care_placementplan' THEN
        PERFORM care_fact(NEW.person_id, NEW.id, 'placement_plan_made', NEW.carer_agreed_on);
        PERFORM care_fact(NEW.person_id, NEW.id, 'who_decides_what_recorded', NEW.delegated_on);
    WHEN 'care_legalbasis' THEN
        PERFORM care_fact(NEW.person_id, NEW.id, 'section_20_agreed', CASE WHEN NEW.kind = 'V2' THEN NEW.began_on END, NEW.ended_on);
        PERFORM care_fact(NEW.person_id, NEW.id, 'short_breaks', CASE WHEN NEW.kind = 'V4' THEN NEW.began_on END, NEW.ended_on);
    WHEN 'care_agreement' THEN
        PERFORM care_fact(NEW.person_id, NEW.id, 'section_20_looked_at', NEW.looked_at_on);
    WHEN 'care_leftcare' THEN
        PERFORM care_fact(NEW.person_id, NEW.id, 'leaving_care_proposed', NEW.proposed_on);
        PERFORM care_fact(NEW.person_id, NEW.id, 'leaving_care_approved', NEW.approved_on);
    WHEN 'care_healthcheck' THEN
        PERFORM care_fact(NEW.person_id, NEW.id, 'first_health_assessment', CASE WHEN NEW.kind = 'first' THEN NEW."on" END);
        PERFORM care_fact(NEW.person_id, NEW.id, 'health_assessment', CASE WHEN NEW.kind IN ('first', 'again') THEN NEW."on" END);
    WHEN 'care_missingepisode' THEN
        -- Of what a return told nobody here could offer a talk: the duty runs from what a worker records.
        PERFORM care_fact(NEW.person_id, NEW.id, 'found_after_missing', CASE WHEN NEW.source = 'worker' AND NEW.kind = 'M' THEN NEW.ended_on END);
        PERFORM care_fact(NEW.person_id, NEW.id, 'missing_again', CASE WHEN NEW.source = 'worker' AND NEW.kind = 'M' AND EXISTS (
            SELECT FROM care_missingepisode m WHERE m.person_id = NEW.person_id AND m.id <> NEW.id AND m.kind = 'M'
               AND m.began_on <= NEW.began_on AND m.began_on > NEW.began_on - 90) THEN NEW.began_on END);
    WHEN 'care_returntalk' THEN
        PERFORM care_fact(NEW.person_id, NEW.missing_id, 'return_interview', NEW.held_on);
        PERFORM care_fact(NEW.person_id, NEW.missing_id, 'return_interview_not_wanted', CASE WHEN NEW.not_wanted THEN NEW.offered_on END);
        PERFORM care_fact(NEW.person_id, NEW.missing_id, 'missing_plan_reviewed', NEW.plan_looked_at_on);
    WHEN 'care_reviewplanned' THEN
        IF NEW.review_id IS NOT NULL THEN
            PERFORM care_fact(NEW.person_id, NEW.review_id, 'review_decisions_sent', NEW.decisions_sent_on);
            PERFORM care_fact(NEW.person_id, NEW.review_id, 'review_record_sent', NEW.record_sent_on);
            PERFORM care_fact(NEW.person_id, NEW.review_id, 'independent_visitor_considered',
                              CASE WHEN NEW.visitor_looked_at THEN NEW.held_on END);
        END IF;
        PERFORM care_fact(NEW.person_id, NEW.id, 'return_home_looked_at', CASE WHEN NEW.home_looked_at THEN NEW.held_on END);
    END CASE;
    RETURN NULL;
END $$;
"""
TABLES = (
    "care_placementplan", "care_legalbasis", "care_agreement", "care_leftcare", "care_healthcheck", "care_missingepisode",
    "care_returntalk", "care_reviewplanned",
)  # fmt: skip
TRIGGERS = "".join(
    f"CREATE TRIGGER {table}_facts AFTER INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION care_keep_facts();\n"
    for table in TABLES
)
CALLED = ("care_my_reviews()", "care_my_exceptions()", "care_keep_facts()")
OURS = (*CALLED, "care_fact(uuid, uuid, text, date, date)")
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in OURS
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)


class Migration(migrations.Migration):
    dependencies = [("care", "0031_who_reads_of_living_in_care"), ("law", "0030_holding")]
    operations = [
        *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (DOOR, FACTS, TRIGGERS, OWNERS)),
        kept_of("care_carefact"),
    ]
