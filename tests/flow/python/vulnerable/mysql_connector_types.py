from mysql.connector import MySQLConnection
from mysql.connector.connection import MySQLConnection as PlainConnection


def find(shop: MySQLConnection, name):
    reader = shop.cursor()
    reader.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection


def count(shop: PlainConnection, name):
    reader = shop.cursor()
    reader.execute(f"SELECT count(*) FROM items WHERE name = '{name}'")  # expect: sql-injection
