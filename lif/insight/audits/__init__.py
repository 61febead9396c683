"""Where audits stand on a day, what comes next, the forward plan and the whole register."""
