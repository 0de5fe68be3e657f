"""The law as data: the register of duties, the working-day calendar of England, and the clocks."""
