"""What is told about rules rather than about a report: each rule explained, and the skeleton of a report."""
