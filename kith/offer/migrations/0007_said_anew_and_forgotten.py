"""A provider who says "still right" says anew that a doubtful place may be shown; words that no service has are forgotten."""

from django.db import migrations

RIGHT = """
-- "Still right": once for each link; pressed again it changes nothing. Null where the link does not hold.
CREATE OR REPLACE FUNCTION offer_still_right(secret text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    one uuid := offer_nudged(secret);
    day date := kith_today();
BEGIN
    UPDATE offer_nudge SET answered_at = now() WHERE digest = secret AND service_id = one AND answered_at IS NULL;
    IF FOUND THEN
        UPDATE offer_service SET assured_on = day, stale_after = day + interval '6 months',
               place_decided_on = CASE WHEN place_decided_on IS NULL THEN NULL ELSE day END
         WHERE id = one;
        UPDATE offer_published SET assured_on = day, stale_after = day + interval '6 months', modified_at = now(),
               document = document || jsonb_build_object('assured_date', day::text, 'last_modified',
                   to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
         WHERE service_id = one;
    END IF;
    RETURN one;
END $$;
DELETE FROM offer_word w WHERE numnode(websearch_to_tsquery('english', w.word)) > 0
   AND NOT EXISTS (SELECT 1 FROM offer_spot s
                    WHERE s.words @@ (websearch_to_tsquery('english', w.word) || websearch_to_tsquery('simple', w.word)));
"""


class Migration(migrations.Migration):
    dependencies = [("offer", "0006_feeds_by_themselves")]
    operations = [migrations.RunSQL(RIGHT, reverse_sql=migrations.RunSQL.noop)]
