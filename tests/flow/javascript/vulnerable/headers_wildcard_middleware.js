module.exports = (req, res, next) => {
  res.header('Access-Control-Allow-Origin', '*'); // expect: permissive-headers
  res.header('Access-Control-Allow-Methods', 'GET,POST');
  next();
};
