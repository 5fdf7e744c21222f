from base import Base


class Named(Base):
    def __init__(self, db, name, **kwargs):
        super().__init__(db, **kwargs)
        self.name = name


class Mixin:
    order = "id"

    def ordered(self):
        return f" ORDER BY {self.order}"
