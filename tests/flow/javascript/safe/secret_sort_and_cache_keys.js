const keys = { primaryKey: 'user_id', sortKey: 'createdAt#2024', foreignKey: 'accountId' };
const regexToken = '[a-z0-9]+';
const nextToken = 'aWQ9MTIzNDU2Nzg5MA';

module.exports = { keys, regexToken, nextToken };
