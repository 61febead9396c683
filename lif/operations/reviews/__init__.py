"""What people do with reviews, from the referral to publication."""
