"""Whose reading answers a child's own words today, by the day in England; and drafts beside one that is finished."""

from django.db import migrations

from kith.core.today import by_todays_day

# The database itself lets go of what lies beside a draft: whoever finishes it may not see all of that.
BESIDE = """
DO $$
DECLARE old text := (SELECT c.conname FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid
    AND c.conkey = ARRAY[a.attnum] WHERE c.conrelid = 'story_draft'::regclass AND c.contype = 'f'
    AND a.attname = 'split_from_id');
BEGIN
    EXECUTE format('ALTER TABLE story_draft DROP CONSTRAINT %I', old);
    ALTER TABLE story_draft ADD CONSTRAINT story_draft_split_from_id_fk FOREIGN KEY (split_from_id)
        REFERENCES story_draft (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("story", "0033_who_reads_words"), ("core", "0031_today")]
    operations = [
        by_todays_day("story_reading_counts(uuid, uuid)"),
        by_todays_day("story_passed_to_duty()", limit="r.during"),
        migrations.RunSQL(BESIDE),
    ]
