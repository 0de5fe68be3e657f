"""Reading other directories into ours: an Open Referral UK feed, a file of it, a CSV of a provider."""
