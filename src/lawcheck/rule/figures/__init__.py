"""Judging the numbers of a report: which facts belong together, and whether they agree. Values in, hits out."""
