"""Registers that offices keep as spreadsheets, read by definitions that are data: a tracker of actions is one."""
