"""The record's tables as at a day: common table expressions, put before each listing's own rows."""
