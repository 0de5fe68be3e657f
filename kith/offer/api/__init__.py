"""The directory as Open Referral UK 3.0, for other programs."""
