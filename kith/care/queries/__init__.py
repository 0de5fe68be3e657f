"""What screens and other rooms read of being looked after."""
