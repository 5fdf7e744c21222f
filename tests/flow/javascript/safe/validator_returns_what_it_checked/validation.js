function identifier(name) {
  if (!/^[a-z_]+$/.test(name)) {
    throw new Error("no such column");
  }
  return name;
}

module.exports = { identifier };
