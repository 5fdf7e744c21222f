const next = new URLSearchParams(location.search).get("next");
window.location = next; // expect: open-redirect
location.href = next; // expect: open-redirect
location.assign(next); // expect: open-redirect
