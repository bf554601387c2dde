"""The program that takes a PDF apart, run as a process of its own so that a hostile file can be stopped.

It knows pdfium and the standard library and nothing of lawcheck, which never imports it: readers/pdf/extract.py starts
it with the two folders it needs on its path, so that it depends neither on site packages nor on the environment. No
script of a PDF runs, for pdfium does that only where a form is opened.
"""
