const { Pool } = require('pg');

const pool = new Pool();

exports.setUp = async () => {
  await pool.query("SELECT set_config('app.tenant', '" + process.env.TENANT + "', false)");
  await pool.query("DELETE FROM jobs WHERE name = '" + process.argv[2] + "'");
};

exports.count = async (table) => {
  if (!/^[a-z_]+$/.test(table)) {
    process.exit(2);
  }
  return pool.query("SELECT count(*) FROM items WHERE kind = '" + table + "'");
};
