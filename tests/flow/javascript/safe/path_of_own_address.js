const fs = require("fs");

// A desktop application that runs in a browser's window.
fs.readFileSync(new URLSearchParams(location.search).get("file"));
fs.readFileSync(decodeURIComponent(document.URL));
fs.readFileSync(window.name);
