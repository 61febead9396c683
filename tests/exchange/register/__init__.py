"""Tests of the registers that offices keep as spreadsheets."""
