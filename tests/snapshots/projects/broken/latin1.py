# -*- coding: latin-1 -*-
import numpy as np

NAME = "Zürich"


def known(value):
    return "ür" in NAME and value != np.nan
