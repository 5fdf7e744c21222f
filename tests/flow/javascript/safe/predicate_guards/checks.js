const COLUMNS = new Set(["name", "size"]);

exports.isColumn = (name) => COLUMNS.has(name);
