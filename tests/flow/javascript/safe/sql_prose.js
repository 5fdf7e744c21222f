const log = require('./log');

exports.pick = (req, res) => {
  log.info(`Select an item from the list: ${req.query.item}`);
  throw new Error(`Please select a value from ${req.query.list} or update your choice`);
};
