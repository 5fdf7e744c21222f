const jobs = require("./jobs");
const { report } = require("./report");

jobs.get("nightly", report);

setInterval(() => jobs.run("nightly", { query: { sort: "total" } }), 86400000);
