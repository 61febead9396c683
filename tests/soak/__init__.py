"""Crashes, full disks, many writers, hostile files: what the tests of both sizes share, and the full size."""
