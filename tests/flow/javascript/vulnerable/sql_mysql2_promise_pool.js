import mysql from 'mysql2/promise';

const pool = mysql.createPool({ host: process.env.DB_HOST, user: process.env.DB_USER });

export async function listOrders(customer) {
  const sql = "SELECT id, total FROM orders WHERE customer = '" + customer + "' ORDER BY id";
  const [rows] = await pool.execute(sql); // expect: sql-injection
  return rows;
}
