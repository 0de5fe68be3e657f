"""The words of the demo: notes that the person written about could read, and people's own words."""
