"""What people do with actions and plans, and with the sheets on which agencies answer for them."""
