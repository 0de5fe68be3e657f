"""Accounts, and the organisations and teams that they belong to."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from kith.access import passwords
from kith.access.roles import ROLES, Role, role_named
from kith.core.models_base import tracked

# As Django has it, so that sign-ins from before stay open.
SESSIONS = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"


class OrganisationKind(models.TextChoices):
    COUNCIL = "council", "council"
    HEALTH = "health", "health"
    SCHOOL = "school", "school or college"
    POLICE = "police", "police"
    CHARITY = "charity", "charity"
    FAMILY = "family", "family"


class Organisation(models.Model):
    """Whom staff work for: the council, or a partner that works with families."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True, help_text="The organisation's own name.")
    kind = models.CharField(max_length=10, choices=OrganisationKind.choices)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """Workers of one organisation who share a manager and a duty number."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    name = models.CharField(max_length=120, help_text="What the team is called.")
    duty_number = models.CharField(
        max_length=40, blank=True, help_text="The number families ring when nobody answers."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="team_once")]

    def __str__(self) -> str:
        return self.name


class Post(models.TextChoices):
    EMPLOYED = "employed", "Employed, or a partner's own worker"
    STUDENT = "student", "Student"
    AGENCY = "agency", "Agency worker"


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by the name they sign in with, whatever its letters' size."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(login__iexact=username or "")


@tracked(exclude=["password", "last_login", "sessions_since", "language"])
class Account(AbstractBaseUser):
    """Somebody who can sign in: a worker, or a family member. It is no Person, and opens nothing by itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    login = models.CharField(max_length=254, unique=True, help_text="What the person signs in with.")
    display_name = models.CharField(max_length=120, help_text="The name others see.")
    role = models.CharField(max_length=20, help_text="Code of the role (see kith.access.roles).")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="accounts")
    job_title = models.CharField(max_length=120, blank=True, help_text="As families are told it.")
    phone = models.CharField(max_length=40, blank=True, help_text="A work number families may ring.")
    is_active = models.BooleanField(default=True, help_text="Whether the account may sign in.")
    from_on = models.DateField(null=True, help_text="First day of access, where one is set.")
    until_on = models.DateField(null=True, help_text="Last day of access: students and agency workers.")
    post = models.CharField(
        max_length=8,
        choices=Post.choices,
        default="employed",
        db_default="employed",
        help_text="How the holder works here. Students and agency workers have a last day and a supervisor.",
    )
    supervisor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="supervises",
        help_text="Who answers for the work of a student or agency worker.",
    )
    language = models.CharField(
        max_length=10,
        blank=True,
        default="",
        db_default="",
        help_text="The language that a family member chose for their own pages; empty: none chosen.",
    )
    sessions_since = models.DateTimeField(
        null=True,
        editable=False,
        help_text="Sign-ins and first links from before this moment are dead (UTC).",
    )

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name", "role"]
    objects = AccountManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=sorted(ROLES)), name="account_role_known"),
            models.CheckConstraint(
                condition=models.Q(post="employed")
                | models.Q(until_on__isnull=False, supervisor__isnull=False),
                name="account_post_has_end_and_supervisor",
            ),
            models.CheckConstraint(
                condition=~models.Q(supervisor=models.F("id")), name="account_supervised_by_another"
            ),
        ]

    def save(self, *args: Any, **more: Any) -> None:
        """Save it. The database keeps a new password's digest for itself, and the account what it left in its place."""
        super().save(*args, **more)
        if "$" in self.password and not passwords.is_kept_apart(self.password):
            self.refresh_from_db(using=more.get("using"), fields=["password"])

    def check_password(self, raw_password: str | None) -> bool:
        """Whether this is the password; one that was kept with older settings is kept anew."""
        if raw_password is None or not passwords.is_kept_apart(self.password):
            return super().check_password(raw_password)
        right = passwords.is_right(self.id, self.password, raw_password)
        if right and self.is_family and passwords.is_closed(self.id):
            # The same as a wrong one, after the same work: nobody who watches learns that the door was closed.
            return False
        if right and passwords.is_outdated(self.password):
            self.set_password(raw_password)
            self.save(update_fields=["password"])
        return right

    def open_on(self, day: date) -> bool:
        """Whether it may sign in on a day: it is not closed, and the day lies in its span where it has one."""
        begun = self.from_on is None or self.from_on <= day
        return self.is_active and begun and (self.until_on is None or day <= self.until_on)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must hold to be this account's: another once everything was signed out."""
        since = self.sessions_since.isoformat() if self.sessions_since else ""
        value = salted_hmac(SESSIONS, self.password + since, secret=secret, algorithm="sha256").hexdigest()
        return str(value)

    @property
    def role_class(self) -> type[Role]:
        """The class of the account's role."""
        return role_named(self.role)

    @property
    def is_family(self) -> bool:
        """Whether this account comes in by the family door."""
        return self.role_class.family

    def __str__(self) -> str:
        return self.display_name


class AccountHome(models.Model):
    """Where a worker lives, kept for one use: noticing looks at the record of a neighbour.

    Nobody reads it, not even an administrator: the database compares it, and says only that two are alike.
    """

    account = models.OneToOneField(Account, on_delete=models.PROTECT, primary_key=True, related_name="lives")
    postcode = models.CharField(max_length=8, help_text="Home postcode, without its space.")
