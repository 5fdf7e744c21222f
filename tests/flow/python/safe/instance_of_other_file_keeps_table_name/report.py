class Report:
    def __init__(self, table, title):
        self.table = table
        self.title = title
