"""The ways in which somebody can reach the service."""

from __future__ import annotations

from django.db import models

from kith.marked import marked


class Channel(models.TextChoices):
    PHONE = "phone", marked("Phone")
    WEBCHAT = "webchat", marked("Chat on this website")
    ENQUIRY = "enquiry", marked("Write to us")
    CALL_BACK = "call_back", marked("We ring you back")
