"""Plain text: spans, lines, folding for matching, numerals, dates, patterns. Knows nothing of reports."""
