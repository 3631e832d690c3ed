"""What becomes of pairs: proposed, asked, agreed, paused, ended, given somebody else."""
