"""Which plain data do all layers exchange: locations, rules, findings, verdicts, results, runs."""
