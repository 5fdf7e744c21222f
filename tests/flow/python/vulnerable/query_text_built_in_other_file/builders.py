def ordered(column):
    return "SELECT * FROM products ORDER BY " + column
