"""The morning message: how much is late, due today and due this week, and nothing of whom."""
