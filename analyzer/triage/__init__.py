"""What becomes of a finding: suppressed, in need of review, known already, or reported?"""
