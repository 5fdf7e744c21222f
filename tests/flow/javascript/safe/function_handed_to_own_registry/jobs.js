const jobs = new Map();

exports.get = (name, job) => jobs.set(name, job);
exports.run = (name, options) => jobs.get(name)(options);
