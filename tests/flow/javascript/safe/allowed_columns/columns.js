exports.SORTABLE = ["name", "created"];
exports.ORDERS = { up: "ASC", down: "DESC" };
