"""The six broad roles under which a family sees who has looked (ROLES_ACCESS section 7).

Whatever is not here is left out, and so is every role that comes later until somebody puts it here: the
police, lawyers, those who look into allegations, MARAC, advocates and sexual health are never shown.
"""

from __future__ import annotations

from kith.access.models.involvement import InvolvementRole as R
from kith.marked import marked

WORKER = marked("Your worker")
SAFE = marked("Somebody who keeps children safe")
CHECKS = marked("Somebody who checks how we are doing")
HEALTH = marked("Somebody from health")
SCHOOL = marked("Somebody from school")
OTHER = marked("Somebody from another service")

BROAD: dict[str, str] = {
    R.LEAD_PRACTITIONER: WORKER,
    R.SOCIAL_WORKER: WORKER,
    R.FAMILY_SUPPORT: WORKER,
    R.PERSONAL_ADVISER: WORKER,
    R.COORDINATOR: WORKER,
    R.LEAD_PROTECTION: SAFE,
    R.SCREENER: SAFE,
    R.REVIEWING_OFFICER: CHECKS,
    R.CONFERENCE_CHAIR: CHECKS,
    R.HEALTH: HEALTH,
    R.SCHOOL: SCHOOL,
    R.PARTNER: OTHER,
}
ORDER = (WORKER, SAFE, CHECKS, HEALTH, SCHOOL, OTHER)
