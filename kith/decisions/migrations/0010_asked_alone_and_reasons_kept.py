"""That each child and each adult who was hurt is to be asked alone after a meeting, and was, as facts; reasons that stay.

What they say is the coordinator's alone, as before: a fact holds a day. A reason why somebody is never to be asked is
written beside the one before, and none is changed.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
READS = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE FUNCTION decisions_check_facts_of(offer uuid) RETURNS void {HEAD}
DECLARE
    owed CONSTANT text := 'to_check'; done CONSTANT text := 'checked';
BEGIN
    INSERT INTO decisions_meetingfact (id, recorded_at, recorded_by, source, offer_id, person_id, kind, happened_on, in_letter)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', m.offer_id, n.person_id, owed, max(m.held_on), false
      FROM decisions_familymeeting m JOIN decisions_networkperson n ON n.meeting_id = m.id
     WHERE m.offer_id = decisions_check_facts_of.offer AND m.held_on IS NOT NULL AND n.person_id IS NOT NULL
       AND n.part IN ('child', 'harmed') AND n.may_ask <> 'never' GROUP BY m.offer_id, n.person_id
    ON CONFLICT (offer_id, person_id, kind) DO UPDATE SET happened_on = excluded.happened_on
        WHERE decisions_meetingfact.happened_on IS DISTINCT FROM excluded.happened_on;
    DELETE FROM decisions_meetingfact f WHERE f.offer_id = decisions_check_facts_of.offer AND f.kind = done
       AND NOT EXISTS (SELECT FROM decisions_meetingfact o WHERE o.offer_id = f.offer_id AND o.person_id = f.person_id
                          AND o.kind = owed AND f.happened_on >= o.happened_on);
    INSERT INTO decisions_meetingfact (id, recorded_at, recorded_by, source, offer_id, person_id, kind, happened_on, in_letter)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', o.offer_id, o.person_id, done, min(c.asked_on), false
      FROM decisions_meetingfact o JOIN decisions_familymeeting m ON m.offer_id = o.offer_id
      JOIN decisions_networkperson n ON n.meeting_id = m.id AND n.person_id = o.person_id
      JOIN decisions_privatecheck c ON c.network_id = n.id AND c.when = 'after' AND c.asked_on >= o.happened_on
     WHERE o.offer_id = decisions_check_facts_of.offer AND o.kind = owed GROUP BY o.offer_id, o.person_id
    ON CONFLICT (offer_id, person_id, kind) DO NOTHING;
END $$;

CREATE FUNCTION decisions_check_facts() RETURNS trigger {HEAD}
BEGIN
    IF TG_TABLE_NAME = 'decisions_familymeeting' THEN PERFORM decisions_check_facts_of(NEW.offer_id);
    ELSIF TG_TABLE_NAME = 'decisions_networkperson' THEN
        PERFORM decisions_check_facts_of(m.offer_id) FROM decisions_familymeeting m WHERE m.id = NEW.meeting_id AND m.held_on IS NOT NULL;
    ELSE PERFORM decisions_check_facts_of(decisions_offer_of('network', NEW.network_id)); END IF;
    RETURN NULL;
END $$;

-- Late: to the coordinator, and to a manager of the family. Whom it is about is told to whoever may read the network.
CREATE FUNCTION decisions_checks_late() RETURNS TABLE (meeting uuid, network uuid, name text, held_on date, mine boolean, child uuid)
{READS}
DECLARE me uuid := kith_actor();
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR NOT coalesce(kith_actor_role() IN ('coordinator', 'manager'), false) THEN RETURN; END IF;
    RETURN QUERY SELECT m.id, n.id, n.name::text, m.held_on, kith_actor_role() = 'coordinator', k.person_id
      FROM decisions_familymeeting m JOIN decisions_networkperson n ON n.meeting_id = m.id
      LEFT JOIN LATERAL (SELECT p.person_id FROM decisions_meetingperson p JOIN access_grant g ON g.person = p.person_id
            AND g.actor = me AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now()
            WHERE p.offer_id = m.offer_id AND p.part = 'child' ORDER BY p.id LIMIT 1) k ON true
     WHERE m.held_on > kith_today() - 60 AND m.held_on < kith_today() - 1 AND n.part IN ('child', 'harmed') AND n.may_ask <> 'never'
       AND NOT EXISTS (SELECT FROM decisions_privatecheck c WHERE c.network_id = n.id AND c.when = 'after')
       AND (decisions_coordinates('meeting', m.id, me) OR decisions_manages('meeting', m.id, me))
     ORDER BY m.held_on, n.id LIMIT 50;
END $$;

REVOKE ALL ON FUNCTION decisions_check_facts_of(uuid), decisions_check_facts(), decisions_checks_late() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION decisions_checks_late() TO kith_app, kith_worker;
ALTER FUNCTION decisions_check_facts_of(uuid) OWNER TO kith_definer;
ALTER FUNCTION decisions_check_facts() OWNER TO kith_definer;
ALTER FUNCTION decisions_checks_late() OWNER TO kith_definer;
CREATE TRIGGER decisions_check_facts AFTER INSERT OR UPDATE OF held_on ON decisions_familymeeting FOR EACH ROW
    WHEN (NEW.held_on IS NOT NULL) EXECUTE FUNCTION decisions_check_facts();
CREATE TRIGGER decisions_check_facts AFTER INSERT OR UPDATE OF part, may_ask ON decisions_networkperson FOR EACH ROW
    WHEN (NEW.part IN ('child', 'harmed')) EXECUTE FUNCTION decisions_check_facts();
CREATE TRIGGER decisions_check_facts AFTER INSERT ON decisions_privatecheck FOR EACH ROW
    WHEN (NEW.when = 'after') EXECUTE FUNCTION decisions_check_facts();
REVOKE UPDATE (reason) ON decisions_neverreason FROM kith_app;
"""


class Migration(migrations.Migration):
    dependencies = [("decisions", "0009_facts_reasons_and_apart")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
