const jwtSecret = process.env.JWT_SECRET || 'p9Kd83nLq0ZtXy'; // expect: hardcoded-secret
const dbPassword = process.env.DB_PASSWORD ?? 'Summer2024!x'; // expect: hardcoded-secret

module.exports = { jwtSecret, dbPassword };
