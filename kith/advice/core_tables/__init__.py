"""Core's tables in the store's database. Core's own migrations point at the council's people and accounts; these do not.

What they are made of is the same text, said with the store's logins (kith.core.stores).
"""
