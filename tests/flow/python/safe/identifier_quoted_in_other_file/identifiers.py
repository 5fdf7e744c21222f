from psycopg2 import sql


def select_from(table):
    return sql.SQL("SELECT * FROM {}").format(sql.Identifier(table))
