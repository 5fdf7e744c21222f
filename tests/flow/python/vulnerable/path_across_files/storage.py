import os


class Storage:
    def __init__(self, folder):
        self.folder = folder

    def load(self, name):
        path = os.path.join(self.folder, name)
        with open(path) as file:  # expect: path-traversal from app.py
            return file.read()
