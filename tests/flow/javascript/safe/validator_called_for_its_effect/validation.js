const COLUMNS = ["name", "size", "created"];

function requireColumn(name) {
  if (!COLUMNS.includes(name)) {
    throw new RangeError("no such column");
  }
}

module.exports = { requireColumn };
