const client = require('./graphql');

exports.search = (req, res) => {
  client.query(`query { users(name: "${req.query.name}") { id } }`);
  window.db.query(`#item-${req.query.id}`);
  res.end();
};
