const knex = require('knex')({ client: 'pg' });

exports.top = (req, res) =>
  knex.raw(`select * from scores where game = '${req.params.game}'`).then((r) => res.json(r.rows)); // expect: sql-injection
