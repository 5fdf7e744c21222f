const { Pool } = require('pg');

exports.a = new Pool({ connectionString: 'postgres://localhost:5432/shop' });
exports.b = new Pool({ connectionString: `postgres://${process.env.USER}:${process.env.PASS}@db/shop` });
exports.c = new Pool({ connectionString: 'postgres://user:password@localhost/shop' });
