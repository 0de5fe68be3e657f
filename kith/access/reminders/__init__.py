"""What a worker asks to be reminded by: a calendar feed and a morning message."""
