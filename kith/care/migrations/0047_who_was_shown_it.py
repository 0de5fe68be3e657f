"""Who reads a thing of a child in care on a page of their own, for whoever works with the child.

A worker of the child need not hold the record of a mother or a carer: what was shown to them is known all the same, else a
page would say that a carer does not know what they were told.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE FUNCTION care_shown_to(children uuid[]) RETURNS TABLE (item uuid, reader uuid) {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL THEN RETURN; END IF;
    RETURN QUERY SELECT r.item, r.reader_id FROM access_release r CROSS JOIN LATERAL care_item(r.item) i
      WHERE r.kind = 'care' AND r.withdrawn_at IS NULL AND i.child = ANY (children) AND r.reader_id = ANY (i.readers)
        AND care_opens(i.child, i.what)
        AND r.item IN (SELECT s.id FROM care_stay s WHERE s.person_id = ANY (children)
            UNION ALL SELECT p.id FROM care_placementplan p WHERE p.person_id = ANY (children)
            UNION ALL SELECT n.id FROM care_notdelegated n WHERE n.person_id = ANY (children)
            UNION ALL SELECT a.id FROM care_ask a WHERE a.person_id = ANY (children)
            UNION ALL SELECT v.id FROM care_reviewplanned v WHERE v.person_id = ANY (children)
            UNION ALL SELECT h.id FROM care_healthcheck h WHERE h.person_id = ANY (children)
            UNION ALL SELECT c.id FROM care_careplanpart c WHERE c.person_id = ANY (children)
            UNION ALL SELECT g.id FROM care_agreement g WHERE g.person_id = ANY (children));
END $$;
REVOKE ALL ON FUNCTION care_shown_to(uuid[]) FROM PUBLIC;
ALTER FUNCTION care_shown_to(uuid[]) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION care_shown_to(uuid[]) TO kith_app, kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("care", "0046_shown_by_name"), ("care", "0044_a_review_is_no_look_at_living_at_home")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
