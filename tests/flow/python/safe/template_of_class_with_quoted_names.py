import sqlite3


class Editor:
    RENAME = "ALTER TABLE {old} RENAME TO {new}"

    def __init__(self):
        self.connection = sqlite3.connect("shop.db")

    def quoted(self, name, schema):
        if schema:
            return f'"{schema}"."{name}"'
        return f'"{name}"'

    def rename(self, old, new, schema):
        old, new = self.quoted(old, schema), self.quoted(new, None)
        self.connection.execute(self.RENAME.format(old=old, new=new))
