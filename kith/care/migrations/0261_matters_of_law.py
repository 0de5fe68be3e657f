"""Who reads and writes what the law asks around care; its facts; and a review that was asked for sooner.

Workers of the child alone: nothing of it is behind a family's door. Told before the day from which the law counts, it is told
on that day: who must know of a home is told before the child moves in.
"""

from django.db import migrations

from kith.core.rls import EDITS, Policy, Protect, granted

READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
TABLE = "care_carematter"
STARTS = {
    "visit": "visit_asked_for", "ended": "placement_ended_suddenly", "parent": "home_with_parent_proposed",
    "parent_now": "placed_with_parent_before_assessment", "detained": "remanded_to_detention",
    "transfer": "transfer_agreed", "panel": "adoption_panel_recommended",
    "guardian": "special_guardianship_after_care", "died": "child_in_care_died",
}  # fmt: skip
MEETS = {
    "new_home": "placement_notified", "advocate": "advocate_offered", "ended": "placement_end_notified",
    "parent": "home_with_parent_decided", "parent_now": "parent_assessment_done", "breaks": "short_break_review",
    "detained": "detention_plan_made", "transfer": "transfer_done", "panel": "adoption_agency_decided",
    "guardian": "support_passed_to_home_council", "died": "death_notified",
}  # fmt: skip


def by_kind(facts: dict[str, str]) -> str:
    return (
        "CASE NEW.kind " + " ".join(f"WHEN '{kind}' THEN '{fact}'" for kind, fact in facts.items()) + " END"
    )


FACTS = f"""
CREATE FUNCTION care_matter_facts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE begins text := {by_kind(STARTS)}; meets text := {by_kind(MEETS)};
BEGIN
    IF begins IS NOT NULL THEN
        PERFORM care_fact(NEW.person_id, NEW.id, begins, NEW."on", CASE WHEN NEW.kind = 'parent_now' AND NEW.done_on > NEW."on"
                          THEN NEW.done_on END);
    END IF;
    IF meets IS NOT NULL THEN
        PERFORM care_fact(NEW.person_id, NEW.id, meets, CASE WHEN NEW.done_on IS NOT NULL THEN greatest(NEW."on", NEW.done_on) END);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER care_matter_facts AFTER INSERT OR UPDATE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION care_matter_facts();
REVOKE ALL ON FUNCTION care_matter_facts() FROM PUBLIC;
ALTER FUNCTION care_matter_facts() OWNER TO kith_definer;

-- A review that somebody asked to bring forward is asked for on the day of writing it down, and met by holding it.
CREATE FUNCTION care_sooner_facts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE day date := CASE WHEN NEW.asked_by <> '' THEN least((NEW.recorded_at AT TIME ZONE 'Europe/London')::date, NEW.held_on) END;
BEGIN
    PERFORM care_fact(NEW.person_id, NEW.id, 'review_asked_for', day);
    PERFORM care_fact(NEW.person_id, NEW.id, 'asked_review_held', CASE WHEN day IS NOT NULL THEN NEW.held_on END);
    RETURN NULL;
END $$;
CREATE TRIGGER care_sooner_facts AFTER INSERT OR UPDATE ON care_reviewplanned FOR EACH ROW EXECUTE FUNCTION care_sooner_facts();
REVOKE ALL ON FUNCTION care_sooner_facts() FROM PUBLIC;
ALTER FUNCTION care_sooner_facts() OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("care", "0260_care_matter")]
    operations = [
        Protect(
            Policy(
                TABLE, read=f"{INSIDE} AND {granted(f'{TABLE}.person_id')}", as_other="false", by_role=EDITS
            )
        ),
        migrations.RunSQL(FACTS, migrations.RunSQL.noop),
    ]
