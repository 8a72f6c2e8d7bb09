"""Tornado handler that picks the posted numbers by name in the order of the training columns."""

import json
import math
import pickle

import tornado.ioloop
import tornado.web

ORDER = ("bill_length", "bill_depth", "flipper_length", "body_mass")

with open("penguins.pkl", "rb") as fh:
    PENGUINS = pickle.load(fh)


class PenguinHandler(tornado.web.RequestHandler):
    def post(self):
        body = json.loads(self.request.body)
        try:
            row = [float(body[name]) for name in ORDER]
        except (KeyError, TypeError, ValueError):
            raise tornado.web.HTTPError(400, reason="four numbers are required")
        if any(not math.isfinite(v) or v <= 0 for v in row):
            raise tornado.web.HTTPError(400, reason="measurements must be positive")
        # ok: raw-request-to-model, client-ordered-features
        species = PENGUINS.predict([row])[0]
        self.write({"species": str(species)})


if __name__ == "__main__":
    app = tornado.web.Application([(r"/penguin", PenguinHandler)])
    app.listen(8888, max_body_size=4096)
    tornado.ioloop.IOLoop.current().start()
