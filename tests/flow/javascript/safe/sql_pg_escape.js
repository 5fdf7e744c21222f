const pg = require('pg');

const client = new pg.Client();

exports.find = async (table, name) => {
  await client.query('SELECT * FROM ' + client.escapeIdentifier(table) + ' WHERE name = ' + client.escapeLiteral(name));
  await client.query('SELECT * FROM ' + pg.escapeIdentifier(table) + ' WHERE name = ' + pg.escapeLiteral(name));
};
