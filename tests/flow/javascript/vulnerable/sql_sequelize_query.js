const { Sequelize, QueryTypes } = require('sequelize');
const sequelize = new Sequelize(process.env.DATABASE_URL);

exports.find = async (req, res) => {
  const users = await sequelize.query(`SELECT * FROM users WHERE name = '${req.query.name}'`, { type: QueryTypes.SELECT }); // expect: sql-injection
  res.json(users);
};
