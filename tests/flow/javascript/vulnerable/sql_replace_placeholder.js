const { Pool } = require('pg');
const pool = new Pool();
const TEMPLATE = "SELECT * FROM events WHERE kind = ':kind'";

exports.events = async (req, res) => {
  const sql = TEMPLATE.replace(':kind', req.query.kind);
  const { rows } = await pool.query(sql); // expect: sql-injection
  res.json(rows);
};
