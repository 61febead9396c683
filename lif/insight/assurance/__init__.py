"""Assurance: how every obligation of the Board's framework stands on a day, with the records that show it.

`assurance(board, day)` in `standing`; what it gives is described in `data`.
"""
