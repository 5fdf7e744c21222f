const mysql = require('mysql2/promise');

async function byStatus(connection, status) {
  const [rows] = await connection.query({
    sql: `SELECT * FROM jobs WHERE status = '${status}'`, // expect: sql-injection
    timeout: 4000,
  });
  return rows;
}

module.exports = byStatus;
