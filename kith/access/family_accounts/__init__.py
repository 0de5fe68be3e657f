"""A person's own page: who else sees what comes to them is asked in private, then one account is opened for them."""
