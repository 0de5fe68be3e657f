"""Drafts of the local offers are for those who keep them; a version is everybody's, and nobody changes or removes one."""

from django.db import migrations

from kith.core.rls import Policy, Protect

KEEPS = "(SELECT kith_actor_role()) IN ('front_door', 'manager')"
# A section, a promise and what was asked may be taken out while it is a draft; the history keeps them.
KEPT = {"offerdraft": False, "offersection": True, "offerpromise": True, "offerasking": False}

VERSIONS = f"""
ALTER TABLE offer_offerversion ENABLE ROW LEVEL SECURITY;
ALTER TABLE offer_offerversion FORCE ROW LEVEL SECURITY;
CREATE POLICY offer_offerversion_read ON offer_offerversion FOR SELECT TO kith_app USING (true);
CREATE POLICY offer_offerversion_insert ON offer_offerversion FOR INSERT TO kith_app WITH CHECK ({KEEPS});
CREATE POLICY offer_offerversion_service ON offer_offerversion TO kith_worker
    USING (true) WITH CHECK ((SELECT kith_actor()) IS NOT NULL);
CREATE POLICY offer_offerversion_migrating ON offer_offerversion TO kith_owner
    USING (current_setting('kith.migrating', true) = 'on') WITH CHECK (current_setting('kith.migrating', true) = 'on');
CREATE POLICY offer_offerversion_definer ON offer_offerversion TO kith_definer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON offer_offerversion TO kith_app, kith_worker, kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("offer", "0004_local_offers"), ("access", "0074_a_lead_outside_finds_nobody")]
    operations = [
        *(
            Protect(Policy(f"offer_{table}", read=KEEPS, as_other="false", deletable=deletable))
            for table, deletable in KEPT.items()
        ),
        migrations.RunSQL(VERSIONS, reverse_sql=migrations.RunSQL.noop),
    ]
