"""What was shown of a child in care is held back as well, once its reader is kept apart from them."""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE OR REPLACE FUNCTION access_item_gives_away(kind text, item uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN CASE WHEN kind IN ('event', 'passage', 'document') THEN story_gives_away(kind, item, reader)
                WHEN kind = 'plan' THEN plan_gives_away(item, reader)
                WHEN kind = 'meeting' THEN decisions_gives_away(item, reader)
                WHEN kind = 'help' THEN EXISTS (SELECT FROM help_item(item) i, access_found_in(reader, i.words))
                WHEN kind = 'kinship' THEN kinship_gives_away(item, reader)
                WHEN kind = 'time' THEN bonds_gives_away(item, reader)
                WHEN kind = 'home' THEN homes_gives_away(item, reader)
                WHEN kind = 'care' THEN care_gives_away(item, reader)
                ELSE false END;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("journeys", "0040_homes_given_to_the_kept_apart"), ("care", "0046_shown_by_name")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
