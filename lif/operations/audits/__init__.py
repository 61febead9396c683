"""What people do with audits: forms out and returns in, moderation, improvement, the end of the cycle."""
