"""Every read of this room, as typed projections."""
