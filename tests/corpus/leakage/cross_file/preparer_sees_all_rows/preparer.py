"""A preparer that learns means and deviations of a table and returns the standardised table."""


class Preparer:
    def __init__(self, columns):
        self.columns = columns
        self.mean = None
        self.scale = None

    def fit(self, frame):
        # expect: claim
        # ruleid: fit-before-split
        self.mean, self.scale = frame[self.columns].mean(), frame[self.columns].std()
        return self

    def prepare(self, frame):
        frame = frame.copy()
        frame[self.columns] = (frame[self.columns] - self.mean) / self.scale
        return frame
