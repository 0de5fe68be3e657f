"""Of which people the tables of facts hold anything (docs/adr/0136)."""

from django.db import migrations

from kith.core.rls import MIGRATING, SERVICE, SOMEBODY, granted

# As strict as the strictest of the tables that it tells of.
INSIDE = (
    "coalesce((SELECT kith_actor_role()) NOT IN"
    " ('partner', 'school', 'coordinator', 'parent', 'young_person', 'carer'), false)"
    " AND (SELECT kith_on_behalf_of()) IS NULL"
)
# Nothing is unique here: a load that takes long would make a worker wait who writes of the same child.
TABLE = f"""
CREATE TABLE law_holding (person_id uuid NOT NULL, held text NOT NULL);
CREATE INDEX holding_by_person ON law_holding USING hash (person_id);
ALTER TABLE law_holding ENABLE ROW LEVEL SECURITY;
ALTER TABLE law_holding FORCE ROW LEVEL SECURITY;
CREATE POLICY law_holding_read ON law_holding FOR SELECT TO kith_app
    USING ({granted("law_holding.person_id")} AND {INSIDE});
CREATE POLICY law_holding_service ON law_holding FOR SELECT TO kith_worker USING ({SERVICE} AND {SOMEBODY});
CREATE POLICY law_holding_migrating ON law_holding TO kith_owner USING ({MIGRATING}) WITH CHECK ({MIGRATING});
CREATE POLICY law_holding_definer ON law_holding TO kith_definer USING (true) WITH CHECK (true);
REVOKE ALL ON law_holding FROM kith_app, kith_worker;
GRANT SELECT ON law_holding TO kith_app, kith_worker;
GRANT SELECT, INSERT ON law_holding TO kith_definer;
CREATE FUNCTION law_hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO law_holding SELECT DISTINCT f.person_id, TG_TABLE_NAME::text FROM fresh f
     WHERE NOT EXISTS (SELECT FROM law_holding h WHERE h.person_id = f.person_id AND h.held = TG_TABLE_NAME::text);
    RETURN NULL;
END $$;
CREATE FUNCTION law_hold_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO law_holding VALUES (NEW.person_id, TG_TABLE_NAME::text);
    RETURN NULL;
END $$;
ALTER FUNCTION law_hold() OWNER TO kith_definer;
ALTER FUNCTION law_hold_moved() OWNER TO kith_definer;
REVOKE ALL ON FUNCTION law_hold(), law_hold_moved() FROM PUBLIC;
"""


class Migration(migrations.Migration):
    dependencies = [("law", "0021_settings_by_role"), ("access", "0067_the_council_is_nobodys_own")]
    operations = [migrations.RunSQL(TABLE, reverse_sql=migrations.RunSQL.noop)]
