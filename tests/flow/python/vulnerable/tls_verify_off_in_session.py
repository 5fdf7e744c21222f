import requests


class Client:
    def __init__(self):
        self.session = requests.Session()
        self.session.verify = False  # expect: tls-verification

    def fetch(self, url):
        return self.session.get(url)


class Other:
    def __init__(self, make):
        self._session = make()
        self.session = make()
        self._session.verify = False  # expect: tls-verification
        self.session.verify = False  # expect: tls-verification


def through_a_name(url):
    verify = False
    return requests.get(url, verify=verify)  # expect: tls-verification


def in_a_block(url):
    with requests.Session() as client:
        client.verify = False  # expect: tls-verification
        return client.get(url)
