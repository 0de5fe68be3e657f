"""Who works with whom, as a team manager says it: begin, hand over, end; and the worker's yes."""
