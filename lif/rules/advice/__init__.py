"""Advice on how a narrative is written: what a reader would ask, and what is hard to read. Never more than a remark.

It is given where an author writes or brings in a report or a commentary, and where somebody asks for it, and is
no part of `lif validate`: what an agency has signed and sent is not written anew by the Board's office.
"""
