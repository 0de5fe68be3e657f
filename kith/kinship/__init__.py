"""Who of family and friends could care for a child: everybody named is explored before a stranger is looked for."""
