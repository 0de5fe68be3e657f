"""Papers made from the record: their kinds, and what the database does not let leave to somebody of the family.

- A line for workers alone leaves to nobody of the family.
- A part of the family's own plan leaves to those to whom it was shown by name.
- What tells who lives with whom leaves to nobody who is kept apart, nor to a house where somebody such lives.
Where a line stands in which of these, the beginning of its id says (kith/letters/sheets/readers.py).
"""

from django.db import migrations, models

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"

MAY = f"""
CREATE FUNCTION letters_lines_stop(l letters_letter, goes_to text) RETURNS boolean {HEAD}
DECLARE ids text[] := ARRAY(SELECT x #>> '{{}}' FROM jsonb_path_query(l.content, '$[*].ids[*]') x);
BEGIN
    IF cardinality(l.readers) = 0 THEN RETURN false; END IF;
    RETURN EXISTS (SELECT FROM unnest(ids) i WHERE starts_with(i, 'staff-'))
        OR EXISTS (SELECT FROM unnest(ids) i, unnest(l.readers) reader WHERE starts_with(i, 'shown-')
              AND NOT EXISTS (SELECT FROM access_release r WHERE r.kind = 'meeting' AND r.reader_id = reader
                  AND r.withdrawn_at IS NULL AND r.item::text = substr(i, 7, 36)))
        OR ((EXISTS (SELECT FROM unnest(ids) i WHERE starts_with(i, 'home-'))
             OR jsonb_path_exists(l.content, '$[*] ? (@.whole == true)'))
            AND EXISTS (SELECT FROM unnest(letters_reached(l.readers, goes_to)) r (id)
                WHERE cardinality(access_apart_from(r.id)) > 0));
END $$;
REVOKE ALL ON FUNCTION letters_lines_stop(letters_letter, text) FROM PUBLIC;
ALTER FUNCTION letters_lines_stop(letters_letter, text) OWNER TO kith_definer;

CREATE OR REPLACE FUNCTION letters_may_leave(asked uuid, about uuid, goes_to text) RETURNS boolean {HEAD}
DECLARE l letters_letter; said text;
BEGIN
    SELECT * INTO l FROM letters_letter WHERE id = asked;
    IF l.id IS NULL OR l.person_id <> about OR NOT letters_open(about, l.labels) OR NOT letters_told(l.made_of)
        OR letters_lines_stop(l, goes_to)
    THEN
        RETURN false;
    END IF;
    -- Every string that stands in it, whatever part it is of; an id and an address within Kith are on no paper.
    SELECT concat_ws(E'\\n', l.to_name, goes_to, l.subject, string_agg(x #>> '{{}}', E'\\n')) INTO said
      FROM jsonb_array_elements(l.content) part, jsonb_path_query(part - 'ids' - 'from', '$.**') x
     WHERE jsonb_typeof(x) = 'string';
    RETURN NOT EXISTS (SELECT FROM letters_found_in(l.readers, goes_to, said));
END $$;
"""
KINDS = [
    ("letter", "Letter"),
    ("chronology", "Chronology"),
    ("handover", "Handover"),
    ("supervision", "Supervision sheet"),
    ("conference", "Report of a family meeting"),
    ("evidence", "Evidence for court"),
    ("genogram", "Family drawing"),
]


class Migration(migrations.Migration):
    dependencies = [("letters", "0002_who_reads_and_what_leaves")]
    operations = [
        migrations.AlterField(
            "letter", "kind", models.CharField(choices=KINDS, default="letter", max_length=12)
        ),
        migrations.RunSQL(MAY, migrations.RunSQL.noop),
    ]
