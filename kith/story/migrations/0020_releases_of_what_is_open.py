"""A release is tied to what it releases: an item open to the releaser, untouched by a concern, for kin of its people."""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import granted

RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
# As in kith.story.actions.releases: kept by others' rules, so no worker releases them.
NEVER = (
    Label.LEGAL_PRIVILEGE
    | Label.POLICE_SENSITIVE
    | Label.ADOPTION_SEALED
    | Label.STAFF_RESTRICTED
    | Label.LADO
    | Label.COUNSELLING
    | Label.ADDRESS_PROTECTED
).value

FUNCTIONS = f"""
-- The people whom an item is about, where the whole of it is open to the actor; nothing otherwise. Labels and concerns
-- count that it ever bore, so that changing the row first opens nothing.
CREATE FUNCTION story_open_subjects(what text, thing uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE me uuid := kith_actor(); home uuid; subjects uuid[]; labels integer[]; alone uuid;
BEGIN
    IF me IS NULL OR kith_on_behalf_of() IS NOT NULL THEN RETURN NULL; END IF;
    IF what = 'involvement' THEN
        SELECT CASE WHEN i.family_id IS NULL THEN ARRAY[i.person_id]
                    ELSE ARRAY(SELECT m.person_id FROM people_familymember m WHERE m.family_id = i.family_id) END
          INTO subjects FROM access_involvement i WHERE i.id = thing;
    ELSE
        home := CASE what WHEN 'event' THEN thing
                          WHEN 'passage' THEN (SELECT p.event_id FROM story_passage p WHERE p.id = thing)
                          WHEN 'document' THEN (SELECT d.event_id FROM story_document d WHERE d.id = thing) END;
        SELECT p.person_id INTO alone FROM story_passage p WHERE what = 'passage' AND p.id = thing;
        subjects := ARRAY(SELECT a.person_id FROM story_about a WHERE a.event_id = home) || alone;
        labels := ARRAY(SELECT e.label FROM story_event e WHERE e.id = home
                        UNION SELECT p.label FROM story_passage p WHERE what = 'passage' AND p.id = thing
                        UNION SELECT d.label FROM story_document d WHERE what = 'document' AND d.id = thing);
        -- Whoever wrote it, or was sent it by name, reads it whatever its label.
        IF EXISTS (SELECT FROM unnest(labels) l WHERE NOT story_about_open(home, l, me))
           AND NOT story_sent_to(home, me) AND NOT story_written_by(home, me, false)
        THEN
            RETURN NULL;
        END IF;
    END IF;
    subjects := array_remove(subjects, NULL);
    IF coalesce(cardinality(subjects), 0) = 0 OR EXISTS (
        SELECT FROM unnest(subjects) s WHERE NOT EXISTS (
            SELECT FROM access_grant g WHERE g.actor = me AND g.person = s AND g.level >= 2
               AND (g.label_mask & 1) <> 0 AND g.during @> now()))
    THEN
        RETURN NULL;
    END IF;
    RETURN subjects;
END $$;

CREATE FUNCTION story_may_release(what text, thing uuid, reader uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE subjects uuid[] := story_open_subjects(what, thing); home uuid := thing; borne integer := 0;
BEGIN
    IF subjects IS NULL THEN RETURN false; END IF;
    IF what = 'involvement' THEN
        IF EXISTS (SELECT FROM access_notyettold n WHERE n.ended_at IS NULL AND n.id IN (
            SELECT i.arises_from_id FROM access_involvement i WHERE i.id = thing
            UNION SELECT h.arises_from_id FROM access_involvementevent h WHERE h.pgh_obj_id = thing))
        THEN
            RETURN false;
        END IF;
    ELSE
        IF what = 'passage' THEN
            SELECT p.event_id INTO home FROM story_passage p WHERE p.id = thing;
            borne := core_labels_borne('story_passage', thing);
        ELSIF what = 'document' THEN
            SELECT d.event_id INTO home FROM story_document d WHERE d.id = thing;
            borne := core_labels_borne('story_document', thing);
        END IF;
        borne := borne | core_labels_borne('story_event', home);
        IF EXISTS (SELECT FROM access_notyettold n WHERE n.ended_at IS NULL AND n.id IN (
            SELECT e.covert_id FROM story_event e WHERE e.id = home
            UNION SELECT h.covert_id FROM story_eventevent h WHERE h.pgh_obj_id = home))
        THEN
            RETURN false;
        END IF;
    END IF;
    IF (borne & {NEVER}) <> 0
       -- A child's private words go to that child alone.
       OR ((borne & {Label.CHILD_PRIVATE.value}) <> 0 AND subjects IS DISTINCT FROM ARRAY[reader])
    THEN
        RETURN false;
    END IF;
    RETURN EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = reader
                      AND (g.label_mask & 1) <> 0 AND g.during @> now())
       AND (reader = ANY (subjects)
            OR EXISTS (SELECT FROM people_relationship r WHERE r.person_id = reader AND r.other_id = ANY (subjects))
            OR EXISTS (SELECT FROM people_relationship r WHERE r.other_id = reader AND r.person_id = ANY (subjects))
            OR EXISTS (SELECT FROM people_familymember m JOIN people_familymember k ON k.family_id = m.family_id
                        WHERE m.person_id = reader AND k.person_id = ANY (subjects)));
END $$;
GRANT SELECT ON access_involvementevent TO kith_definer;
REVOKE ALL ON FUNCTION story_open_subjects(text, uuid), story_may_release(text, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION story_open_subjects(text, uuid), story_may_release(text, uuid, uuid) TO kith_app;
ALTER FUNCTION story_open_subjects(text, uuid) OWNER TO kith_definer;
ALTER FUNCTION story_may_release(text, uuid, uuid) OWNER TO kith_definer;
"""

# A release is made by staff, in their own name; afterwards it can be taken back, and nothing else of it changes.
POLICIES = f"""
DROP POLICY access_release_insert ON access_release;
DROP POLICY access_release_update ON access_release;
CREATE POLICY access_release_insert ON access_release FOR INSERT TO kith_app
    WITH CHECK ((SELECT kith_actor_role()) IN ({RELEASES}) AND recorded_by = (SELECT kith_actor())
                AND withdrawn_at IS NULL AND story_may_release(kind, item, reader_id));
CREATE POLICY access_release_update ON access_release FOR UPDATE TO kith_app
    USING ((SELECT kith_actor_role()) IN ({RELEASES})
           AND (recorded_by = (SELECT kith_actor()) OR story_open_subjects(kind, item) IS NOT NULL))
    WITH CHECK (withdrawn_at IS NOT NULL);
REVOKE UPDATE ON access_release FROM kith_app;
GRANT UPDATE (withdrawn_at) ON access_release TO kith_app;
"""

# An event is put on the story of people by whoever wrote it: adding oneself a person to another's event would open it.
ABOUT = f"""
DROP POLICY story_about_insert ON story_about;
DROP POLICY story_about_update ON story_about;
REVOKE UPDATE ON story_about FROM kith_app;
CREATE POLICY story_about_insert ON story_about FOR INSERT TO kith_app
    WITH CHECK (story_written_by(event_id, (SELECT kith_actor()), false)
                AND {granted("story_about.person_id", label=Label.NORMAL.value | Label.DOOR.value)});
"""


class Migration(migrations.Migration):
    dependencies = [
        ("story", "0006_fewer_indexes"),
        ("access", "0017_linking"),
        ("core", "0005_history_readers"),
    ]
    operations = [migrations.RunSQL(FUNCTIONS), migrations.RunSQL(POLICIES), migrations.RunSQL(ABOUT)]
