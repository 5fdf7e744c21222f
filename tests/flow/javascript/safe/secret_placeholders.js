module.exports = {
  apiKey: 'YOUR_API_KEY',
  password: 'changeme',
  token: '<token>',
  secretKey: '${SECRET_KEY}',
  clientSecret: 'xxxxxxxxxxxxxxxx',
  accessToken: '',
};
