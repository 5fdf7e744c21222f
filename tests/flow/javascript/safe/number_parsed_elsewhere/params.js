const toNumber = (text) => Number.parseInt(text, 10);

module.exports = {
  toNumber,
  page: (req) => Number(req.query.page) || 1,
};
