"""The checklist as a page for people: what each of its parts shows, apart from how it is laid out."""
