"""The advice service: a locked store with a process, database, accounts, keys, files, jobs and audit of its own.

The council's process never imports it, has no login to its database and shares no row with it (docs/adr/0181).
"""
