const pg = require('pg');
const { escapeLiteral } = require('pg');

const client = new pg.Client();

exports.find = async (table, name) => {
  await client.query('SELECT * FROM ' + client.escapeIdentifier(table) + ' WHERE name = ' + client.escapeLiteral(name));
  await client.query('SELECT * FROM items WHERE name = ' + escapeLiteral(name));
};

exports.count = (session, name) => client.query('SELECT count(*) FROM items WHERE name = ' + session.escapeLiteral(name));
