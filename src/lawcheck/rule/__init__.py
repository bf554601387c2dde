"""What a rule is, and what a rule kind sees and answers. Values only; no YAML and no validation here."""
