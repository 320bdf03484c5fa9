"""What the mutators of one kind share: where the values stand, and what may be put there."""
