exports.find = (db, name, done) => {
  db.all("SELECT * FROM items WHERE name = '" + name + "'", done); // expect: sql-injection
};

exports.statement = (db, name) => db.prepare("SELECT * FROM items WHERE name = '" + name + "'"); // expect: sql-injection
