"""Where somebody is in the process: each stage with their rights, what comes next and how to challenge it."""
