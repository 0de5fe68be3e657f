"""Accounts, who works with whom, why a record may be opened, and who has looked."""

from kith.access.models.account import Account, AccountHome, Organisation, Team
from kith.access.models.code import CodeChoice, SignInCode
from kith.access.models.door import DoorAccess, NotYetTold, Release
from kith.access.models.grant import Grant, Reason
from kith.access.models.involvement import Handed, Involvement
from kith.access.models.look import Look
from kith.access.models.named import NAMED, Named
from kith.access.models.own_page import AskedInPrivate, OpenedAccount
from kith.access.models.own_route import OwnRoute
from kith.access.models.photograph import NoPhotographs, Photograph
from kith.access.models.reminders import CalendarFeed, MorningMessage, MorningSent
from kith.access.models.restriction import Restriction, RestrictionAllows, UnmaskRequest
from kith.access.models.role_asked import RoleAsked
from kith.access.models.safe_contact import SafeContact
from kith.access.models.safety import ClosedDoor, HeldBack, SignedIn
from kith.access.models.taken_back import TakenBack

__all__ = [
    "NAMED",
    "Account",
    "AccountHome",
    "AskedInPrivate",
    "CalendarFeed",
    "ClosedDoor",
    "CodeChoice",
    "DoorAccess",
    "Grant",
    "Handed",
    "HeldBack",
    "Involvement",
    "Look",
    "MorningMessage",
    "MorningSent",
    "Named",
    "NoPhotographs",
    "NotYetTold",
    "OpenedAccount",
    "Organisation",
    "OwnRoute",
    "Photograph",
    "Reason",
    "Release",
    "Restriction",
    "RestrictionAllows",
    "RoleAsked",
    "SafeContact",
    "SignInCode",
    "SignedIn",
    "TakenBack",
    "Team",
    "UnmaskRequest",
]
