"""Homes, laws and agreements: read by the council's roles that answer for the record, to whom the child is open.

Where a home is, and where a child truly slept, asks for the label of protected addresses besides. Nobody behind a
family's door, no charity and no school reads a row of these: what they are told comes by functions, or not at all.
"""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import EDITS, Policy, Protect, granted

# Those who hold ANSWER_FOR in kith.access.roles; a test holds this to them.
READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
WHERE = Label.ADDRESS_PROTECTED.value


def within(table: str, *, label: int = Label.NORMAL.value) -> Protect:
    read = f"{INSIDE} AND {granted(f'{table}.person_id', label=label)}"
    return Protect(Policy(table, read=read, as_other="false", by_role=EDITS))


NORMAL = (
    "care_caredecision", "care_leftcare", "care_legalbasis", "care_agreement", "care_stay", "care_away",
    "care_slept",
)  # fmt: skip
# A correction stays as it was written.
CORRECTION = Protect(
    Policy(
        "care_correction",
        read=f"{INSIDE} AND {granted('care_correction.person_id')}",
        as_other="false",
        history=False,
        by_role=EDITS,
        extra=("REVOKE UPDATE ON care_correction FROM kith_app",),
    )
)
# What follows from homes and laws is changed by no hand: only the function that derives it writes there.
DERIVED = """
CREATE POLICY care_episode_derived_insert ON care_episode AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK (NOT derived);
CREATE POLICY care_episode_derived_update ON care_episode AS RESTRICTIVE FOR UPDATE TO kith_app
    USING (NOT derived) WITH CHECK (NOT derived);
"""


class Migration(migrations.Migration):
    dependencies = [("care", "0027_homes_and_laws"), ("access", "0052_writes_by_role")]
    operations = [
        *(within(table) for table in NORMAL),
        *(within(table, label=WHERE) for table in ("care_stayplace", "care_sleptplace")),
        CORRECTION,
        migrations.RunSQL(DERIVED, migrations.RunSQL.noop),
    ]
