const { Pool } = require("pg");

const pool = new Pool();

exports.inTransaction = async (work) => {
  const session = await pool.connect();
  try {
    return await work(session);
  } finally {
    session.release();
  }
};
