"""The staff's pages of homes and of finding one. Nothing of them is behind the family's door."""
