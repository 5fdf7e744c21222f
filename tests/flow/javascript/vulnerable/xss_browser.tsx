import $ from "jquery";
import { useLocation, useParams } from "react-router-dom";

const list = document.querySelector("ul");
const name = window.name;

document.write(document.URL); // expect: xss
list.outerHTML = document.location.hash; // expect: xss
list.innerHTML += "<li>" + name + "</li>"; // expect: xss
list.insertAdjacentHTML("beforeend", `<li>${document.referrer}</li>`); // expect: xss
document.createRange().createContextualFragment(location.search); // expect: xss
$("#name").addClass("shown").html(location.hash.slice(1)); // expect: xss

export function Page() {
  const location = useLocation();
  const { title } = useParams();
  const heading = <h1 dangerouslySetInnerHTML={{ __html: title }} />; // expect: xss
  return <div dangerouslySetInnerHTML={{ __html: location.hash }}>{heading}</div>; // expect: xss
}
