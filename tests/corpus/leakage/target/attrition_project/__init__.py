"""A small package that models staff attrition."""
