"""A family account is its owner's alone: last sign-ins, sign out everywhere, and closing it while another may read it."""
