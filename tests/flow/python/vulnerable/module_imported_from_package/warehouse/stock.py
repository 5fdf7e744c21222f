import mysql.connector


def level(sku):
    connection = mysql.connector.connect(user="app", database="stock")
    cursor = connection.cursor()
    cursor.execute("SELECT level FROM stock WHERE sku = '{}'".format(sku))  # expect: sql-injection from server.py
    return cursor.fetchone()[0]
