const axios = require('axios');

exports.fetchUsers = () =>
  axios.get('https://api.internal/users', {
    headers: { Authorization: 'Bearer 8f14e45fceea167a5a36dedd4bea2543' }, // expect: hardcoded-secret
  });
