class Middleware:
    def __init__(self):
        simple_headers = {}
        simple_headers["Access-Control-Allow-Origin"] = "*"
        self.simple_headers = simple_headers
