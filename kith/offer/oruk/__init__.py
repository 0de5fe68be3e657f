"""Open Referral UK 3.0: the documents that we publish, and the shape that they must have."""
