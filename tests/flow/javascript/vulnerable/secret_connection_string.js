const { Pool } = require('pg');

const pool = new Pool({ connectionString: 'postgres://shop:h4Rk9sPw2@db.internal:5432/shop' }); // expect: hardcoded-secret

module.exports = pool;
