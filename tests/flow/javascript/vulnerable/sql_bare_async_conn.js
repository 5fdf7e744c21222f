async function getUser(conn, username) {
  const [rows] = await conn.execute(`SELECT * FROM users WHERE username = '${username}'`); // expect: sql-injection
  return rows[0];
}
