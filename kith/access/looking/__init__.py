"""Who has looked: the view log as staff, families and auditors may each see it."""
