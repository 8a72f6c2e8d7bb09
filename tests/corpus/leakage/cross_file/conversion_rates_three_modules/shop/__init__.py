"""A conversion model in a small package: loading, features, division and scoring are separate modules."""
