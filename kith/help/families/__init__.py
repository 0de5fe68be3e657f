"""Family Help itself: from when to when, who leads, one assessment, needs of adults, and practical help."""
