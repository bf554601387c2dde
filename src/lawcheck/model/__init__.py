"""Frozen values that pass from stage to stage: Document, Outline, Checklist."""
