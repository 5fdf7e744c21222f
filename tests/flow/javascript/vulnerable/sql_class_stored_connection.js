class UserRepository {
  constructor(db) {
    this.db = db;
  }

  async findByEmail(email) {
    return this.db.query(`SELECT * FROM users WHERE email = '${email}'`); // expect: sql-injection
  }
}

module.exports = UserRepository;
