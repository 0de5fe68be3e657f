"""Forums: made-up names, separate boards, and nothing shown that could tell who a child is."""
