"""What would tell where others are is answered to whoever may send it; whether somebody is independent, to staff."""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE OR REPLACE FUNCTION decisions_gives_away(thing uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT access_sends() OR EXISTS (SELECT FROM (
        SELECT concat_ws(E'\\n', i.place, i.words) AS words FROM decisions_invitation i WHERE i.id = thing
        UNION ALL SELECT l.words FROM decisions_familyplanline l WHERE l.id = thing
        UNION ALL SELECT concat_ws(E'\\n', a.reason, a.gives) FROM decisions_authorityanswer a WHERE a.line_id = thing
        UNION ALL SELECT o.how_explained FROM decisions_meetingoffer o WHERE o.id = thing) w,
        decisions_found_in(coalesce(decisions_meeting_of('invitation', thing), decisions_meeting_of('line', thing)),
                           reader, w.words));
END $$;

-- As in 0002. With whom somebody works is told to workers of the offer, and to coordinators of their meetings.
CREATE OR REPLACE FUNCTION decisions_independent(offer uuid, account uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN (kith_actor_role() = 'coordinator' OR decisions_staff('offer', offer, kith_actor()))
       AND EXISTS (SELECT FROM access_account a WHERE a.id = account AND a.role = 'coordinator' AND a.is_active)
       AND NOT EXISTS (SELECT FROM decisions_meetingoffer o WHERE o.id = offer AND o.offered_by_id = account)
       AND NOT EXISTS (
            SELECT FROM access_involvement i JOIN decisions_meetingperson p ON p.offer_id = offer
              LEFT JOIN people_familymember m ON m.person_id = p.person_id AND m.during @> kith_today()
             WHERE i.account_id = account AND i.role <> 'coordinator' AND i.during @> kith_today()
               AND (i.person_id = p.person_id OR i.family_id = m.family_id));
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0021_owed_to_whom_there_is_no_record_of"),
        ("access", "0170_asked_by_whoever_sends"),
    ]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
