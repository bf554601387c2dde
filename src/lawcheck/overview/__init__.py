"""Many reports at a glance, for those who review them: who and what is missing, what is late, what is copied."""
