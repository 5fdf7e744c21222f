const { Pool } = require("pg");

const pool = new Pool();

exports.find = async (incoming, reply) => {
  const { rows } = await pool.query(`SELECT * FROM reports ORDER BY ${incoming.query.sort}`); // expect: sql-injection
  reply.json(rows);
};
