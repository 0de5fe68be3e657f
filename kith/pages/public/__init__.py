"""The public's own site: one calm way in to what rooms publish."""
