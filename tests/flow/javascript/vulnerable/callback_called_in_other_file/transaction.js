const { Pool } = require("pg");

const pool = new Pool();

async function inTransaction(work) {
  const session = await pool.connect();
  try {
    return await work(session);
  } finally {
    session.release();
  }
}

module.exports = { inTransaction };
