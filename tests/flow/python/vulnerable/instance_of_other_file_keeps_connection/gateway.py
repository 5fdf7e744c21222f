class Gateway:
    def __init__(self, link, table):
        self.link = link
        self.table = table
