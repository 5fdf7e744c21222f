exports.sortOf = (incoming) => incoming.query.sort || "id";
