const jwtSecret = process.env.JWT_SECRET;
const apiKey = process.env.API_KEY || '';
const password = process.env.DB_PASSWORD ?? null;

module.exports = { jwtSecret, apiKey, password, token: `${process.env.TOKEN}` };
