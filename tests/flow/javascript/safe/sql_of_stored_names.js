const { PrismaClient } = require('@prisma/client');
const Database = require('better-sqlite3');

const prisma = new PrismaClient();
const store = new Database('shop.db');

exports.copy = async (name) => {
  const [item] = await prisma.$queryRaw`SELECT * FROM items WHERE name = ${name}`;
  await prisma.$executeRawUnsafe("INSERT INTO archive (name) VALUES ('" + item.name + "')");
  const row = store.prepare('SELECT name FROM items WHERE id = ?').get(name);
  store.exec("INSERT INTO archive (name) VALUES ('" + row.name + "')");
  const added = store.prepare('INSERT INTO items (name) VALUES (?)').run(name);
  store.exec('INSERT INTO log (item) VALUES (' + added.lastInsertRowid + ')');
};
