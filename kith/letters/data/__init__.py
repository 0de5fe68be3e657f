"""The templates that come with Kith: one text file each, its head first."""
