import pickle
import requests

URL = "https://models.example.org/churn.pkl"


def fetch():
<<<<<<< HEAD
    body = requests.get(URL, timeout=5).content
=======
    body = requests.get(URL, timeout=10).content
>>>>>>> faster-downloads
    return pickle.loads(body)
