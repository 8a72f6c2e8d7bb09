"""Customer churn: features, training, scoring."""
