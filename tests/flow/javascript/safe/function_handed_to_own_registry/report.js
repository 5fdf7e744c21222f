const { Pool } = require("pg");

const pool = new Pool();

exports.report = async (options) => {
  const { rows } = await pool.query(`SELECT * FROM totals ORDER BY ${options.query.sort}`);
  return rows;
};
