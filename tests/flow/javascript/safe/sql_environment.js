const process = require('process');
const { Pool } = require('pg');
const fs = require('fs');

const pool = new Pool();

// Whoever starts the program writes these.
exports.setUp = async () => {
  await pool.query("SELECT set_config('app.tenant', '" + process.env.TENANT + "', false)");
  await pool.query("DELETE FROM jobs WHERE name = '" + process.argv[2] + "'");
  await pool.query("INSERT INTO versions (name) VALUES ('" + fs.readFileSync('VERSION', 'utf8') + "')");
};

exports.tearDown = async () => {
  if (!/^[a-z]+$/.test(process.env.TENANT)) {
    process.exit(2);
  }
  await pool.query("DELETE FROM usage WHERE tenant = '" + process.env.TENANT + "'");
};
