const list = document.querySelector("ul");

function escapeHtml(text) {
  const element = document.createElement("div");
  element.textContent = text;
  return element.innerHTML;
}

list.innerHTML = `<li>${escapeHtml(location.hash)}</li>`;
list.innerHTML = "<li>" + DOMPurify.sanitize(location.hash) + "</li>";
list.innerHTML = `<li>${_.escape(location.search)}</li>`;
list.insertAdjacentText("beforeend", location.hash);

fetch("/items").then((response) => response.json()).then((items) => {
  list.innerHTML = items.map((item) => `<li>${item.name}</li>`).join("");
});
