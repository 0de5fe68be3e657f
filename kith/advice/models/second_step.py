"""The second step of a sign-in: the secret of an authenticator app, sealed, and the last code that was used."""

from __future__ import annotations

from django.db import models

from kith.advice.models.account import Adviser


class SecondStep(models.Model):
    """One account's app. Without `since` it is being set up, and is asked for by nobody."""

    adviser = models.OneToOneField(
        Adviser, on_delete=models.CASCADE, primary_key=True, related_name="second_step"
    )
    sealed = models.BinaryField(help_text="The app's secret, sealed for this account.")
    since = models.DateTimeField(null=True, help_text="When its first code was right (UTC).")
    used = models.BigIntegerField(
        default=0, help_text="The last half minute whose code was used: none is used twice."
    )
