"""What anybody is asked who asks us: as little as can be, and how to answer safely."""
