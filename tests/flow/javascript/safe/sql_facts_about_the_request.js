const { Pool } = require('pg');

const pool = new Pool();

exports.log = async (req, res, next) => {
  await pool.query("INSERT INTO log (address, method) VALUES ('" + req.ip + "', '" + req.method + "')");
  await pool.query("INSERT INTO log (format) VALUES ('" + req.accepts('json', 'html') + "')");
  next();
};
