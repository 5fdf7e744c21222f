class Search:
    def __init__(self, name=""):
        self._name = name
        self._order = "id"

    @property
    def order(self):
        return self._order

    @order.setter
    def order(self, value):
        self._order = "name" if value == "name" else "id"

    @property
    def text(self):
        return f"SELECT * FROM users WHERE name = ? ORDER BY {self.order}"

    @property
    def parameters(self):
        return (self._name,)
