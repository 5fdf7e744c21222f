class Client:
    def __init__(self):
        self.token = "d41d8cd98f00b204e980"  # expect: hardcoded-secret
        self.client_secret = "Xy7-pQ2-mN9"  # expect: hardcoded-secret
