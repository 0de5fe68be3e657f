"""Who reads and writes sheets; a version that was published keeps its words; how they are searched."""

from django.db import migrations

from kith.advice.rls import protect

KEEPERS = ("editor", "manager")
GUARD = """
CREATE POLICY advice_sheetversion_public ON advice_sheetversion FOR SELECT TO advice_app
    USING ((SELECT kith_actor()) IS NOT NULL AND state IN ('published', 'replaced'));
CREATE FUNCTION advice_sheet_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.state IN ('published', 'replaced', 'withdrawn') AND ROW(OLD.slug, OLD.number, OLD.title, OLD.summary, OLD.body,
        OLD.topic, OLD.who, OLD.law, OLD.law_checked_on, OLD.written_by, OLD.checked_by, OLD.published_at)
        IS DISTINCT FROM ROW(NEW.slug, NEW.number, NEW.title, NEW.summary, NEW.body, NEW.topic, NEW.who, NEW.law,
        NEW.law_checked_on, NEW.written_by, NEW.checked_by, NEW.published_at) THEN
        RAISE EXCEPTION 'a published version keeps its words: write a new one' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.state IN ('published', 'replaced', 'withdrawn') AND NEW.state IN ('draft', 'check') THEN
        RAISE EXCEPTION 'a published version is no draft again' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER advice_sheet_guarded BEFORE UPDATE ON advice_sheetversion
    FOR EACH ROW EXECUTE FUNCTION advice_sheet_guard();
CREATE INDEX advice_sheet_words ON advice_sheetversion
    USING gin (to_tsvector('english', title || ' ' || summary || ' ' || body));
"""


class Migration(migrations.Migration):
    dependencies = [("advice", "0020_library")]
    operations = [
        protect("advice_sheetversion", read=KEEPERS, add=KEEPERS, change=KEEPERS),
        migrations.RunSQL(GUARD, reverse_sql=migrations.RunSQL.noop),
    ]
