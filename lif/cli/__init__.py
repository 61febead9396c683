"""Words the user types, turned into calls: one module per noun, imported only when its noun is typed."""
