const knex = require('knex')({ client: 'pg' });

exports.find = (req) =>
  knex('users').where('name', req.query.name).andWhere({ active: true }).orderBy('id').limit(10);
exports.raw = (req) => knex.raw('select * from users where id = ?', [req.params.id]);
