class Base:
    def __init__(self, db, table="things"):
        self.db = db
        self.table = table
