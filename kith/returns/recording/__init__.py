"""What a return needs and no room of its own records yet: one plain form for each kind of fact."""
