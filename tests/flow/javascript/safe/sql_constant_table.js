const db = require('./db');
const TABLE = 'users';
const COLUMNS = ['id', 'name'].join(', ');

exports.all = () => db.query(`SELECT ${COLUMNS} FROM ${TABLE}`);
