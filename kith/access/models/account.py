"""Accounts, and the organisations and teams that they belong to."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from kith.access.roles import ROLES, Role, role_named
from kith.core.models_base import tracked


class OrganisationKind(models.TextChoices):
    COUNCIL = "council", "council"
    HEALTH = "health", "health"
    SCHOOL = "school", "school or college"
    POLICE = "police", "police"
    CHARITY = "charity", "charity"
    FAMILY = "family", "family"


class Organisation(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True, help_text="The organisation's own name.")
    kind = models.CharField(max_length=10, choices=OrganisationKind.choices)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
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


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by the name they sign in with, whatever its letters' size."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(login__iexact=username or "")


@tracked(exclude=["password", "last_login"])
class Account(AbstractBaseUser):
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

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name", "role"]
    objects = AccountManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=sorted(ROLES)), name="account_role_known")
        ]

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
