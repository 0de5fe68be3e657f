"""Forms of this room: the workers', the coordinator's, the family's."""
