exports.find = async (knex, sequelize, prisma, dataSource, name) => {
  await knex.raw("SELECT * FROM items WHERE name = '" + name + "'"); // expect: sql-injection
  await sequelize.query("SELECT * FROM items WHERE name = '" + name + "'"); // expect: sql-injection
  await prisma.$queryRawUnsafe("SELECT * FROM items WHERE name = '" + name + "'"); // expect: sql-injection
  await dataSource.query("SELECT * FROM items WHERE name = '" + name + "'"); // expect: sql-injection
};
