def delete_order(conn, order_id):
    conn.execute("DELETE FROM orders WHERE id = " + order_id)  # expect: sql-injection
    conn.commit()
