const { pool } = require('./pool');

exports.stats = (req, res, next) => {
  pool
    .query(`SELECT count(*) FROM visits WHERE page = '${req.query.page}'`) // expect: sql-injection
    .then((result) => res.json(result.rows[0]))
    .catch(next);
};
