"""The pack of a meeting: what it holds, how it is built, proved and sent, and what changed since the last."""
