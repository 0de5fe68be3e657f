"""Legal statuses of an agreed series of short breaks: V3 and V4. Source: the SSDA903 guide, legal statuses."""

SHORT_BREAKS = ("V3", "V4")
