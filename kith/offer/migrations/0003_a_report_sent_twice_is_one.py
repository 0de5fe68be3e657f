"""What anybody tells us of the directory is one report, however often the form is sent."""

from django.db import migrations

REPORT = """
DROP FUNCTION offer_report(uuid, text, text);
-- What is wrong or missing. Sent twice it is one.
CREATE FUNCTION offer_report(sending uuid, service uuid, kind text, words text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF offer_report.service IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM offer_published p WHERE p.service_id = offer_report.service) THEN
        RETURN false;
    END IF;
    INSERT INTO offer_report (id, service_id, kind, words, came_at, outcome)
    VALUES (sending, offer_report.service, offer_report.kind, left(offer_report.words, 2000), now(), '')
    ON CONFLICT DO NOTHING;
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION offer_report(uuid, uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION offer_report(uuid, uuid, text, text) TO kith_app;
ALTER FUNCTION offer_report(uuid, uuid, text, text) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("offer", "0002_who_reads_the_directory")]
    operations = [migrations.RunSQL(REPORT, reverse_sql=migrations.RunSQL.noop)]
