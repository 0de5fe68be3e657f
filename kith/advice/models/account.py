"""Those who work for the charity and can sign in."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from kith.advice.roles import ROLES, Permission, Role, role_named
from kith.core.models_base import tracked


class AdviserManager(BaseUserManager["Adviser"]):
    """Finds accounts by the name they sign in with, whatever its letters' size."""

    def get_by_natural_key(self, username: str | None) -> Adviser:
        return self.get(login__iexact=username or "")


@tracked(exclude=["password"])
class Adviser(AbstractBaseUser):
    """Somebody of the charity's who can sign in: here, and nowhere else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    login = models.CharField(max_length=254, unique=True, help_text="What the person signs in with.")
    display_name = models.CharField(max_length=120, help_text="The name that colleagues see.")
    role = models.CharField(max_length=20, help_text="Code of the role (see kith.advice.roles).")
    given = models.BooleanField(
        default=False,
        help_text="Its password was given to it: its owner chooses another before anything else.",
    )
    is_active = models.BooleanField(default=True, help_text="Whether the account may sign in.")

    # When somebody signed in is in the audit of sign-ins alone: the column would make each sign-in a write.
    last_login = None

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name", "role"]
    objects = AdviserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=sorted(ROLES)), name="adviser_role_known")
        ]

    @property
    def role_class(self) -> Role:
        """What the account's role is and may."""
        return role_named(self.role)

    def may(self, permission: Permission) -> bool:
        """Whether its role may."""
        return permission in self.role_class.may

    def __str__(self) -> str:
        return self.display_name
