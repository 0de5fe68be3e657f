"""Words given to somebody who was kept apart before rulings were searched for: what tells in them is held, as it is since.

Files are not held here, for none could be looked through: their worker is asked to look again (access 0114), and presses.
"""

from django.db import migrations

HELD = """
SET LOCAL ROLE kith_definer;
INSERT INTO access_heldback (id, release_id, since, found, why, looked_at)
SELECT DISTINCT ON (r.id) gen_random_uuid(), r.id, now(), ARRAY['words that would tell them'], '', now()
  FROM people_mayknow y JOIN LATERAL kith_same_people(ARRAY[y.other_id]) o ON true
  JOIN access_release r ON r.reader_id = o.same
 WHERE NOT y.may AND y.during @> kith_today() AND r.withdrawn_at IS NULL AND r.kind <> 'document'
   AND access_item_gives_away(r.kind::text, r.item, r.reader_id)
    ON CONFLICT DO NOTHING;
RESET ROLE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("journeys", "0010_kinship_given_to_the_kept_apart"),
        ("access", "0114_told_of_what_was_taken_back"),
    ]
    operations = [migrations.RunSQL(HELD, migrations.RunSQL.noop)]
