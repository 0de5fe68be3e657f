"""What our own check may say of the demonstration's returns, and why: anything else is a fault of it."""

from __future__ import annotations

QUERIES = {
    "2991Q": "An enquiry of this year in a referral whose assessment was signed off the year before.",
    "8670Q": "Some assessments are late, as published: they are still being written on the last day.",
    "8675Q": "Some conferences are late, as published: they come after the last day.",
    "8825Q": "Closed in the first weeks of the year, after an assessment signed off the year before.",
}
UNFINISHED_QUERIES = {
    "8530Q": "A birth that is expected before the year's last weeks.",
    "8770Q": "A child who turns five by the last day and starts school after it was written.",
}
UNFINISHED_ERRORS = {
    "191": "Health and offending are answered for the year when it has ended.",
    "543": "Convictions are answered for the year when it has ended.",
    "545": "Health checks are answered for the year when it has ended.",
    "186": "Scores for strengths and difficulties are given for the year when it has ended.",
    "359": "Who turns eighteen before the last day has not left care yet.",
    "362": "An emergency protection order of these days is counted on to the last day.",
    "8736": "In the year's first weeks: an assessment that began before it and is still being written.",
}
