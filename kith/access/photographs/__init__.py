"""Workers' own photographs: given and taken back by their owner, seen by whom they were named to, or not at all."""
