"""What was released of kinship care is looked through as well, once its reader is kept apart from somebody it tells of."""

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
                ELSE false END;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("journeys", "0002_what_the_kept_apart_were_given"), ("kinship", "0011_the_carers_door")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
