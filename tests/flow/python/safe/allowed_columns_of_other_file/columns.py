SORTABLE = {"name", "created"}
ORDERS = {"up": "ASC", "down": "DESC"}
