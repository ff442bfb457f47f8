// Shows an email inside its own frame (src/ui/EmailFrame.tsx). The frame has no origin and its policy lets no script run but
// this one; what is taken out here would not work anyway, and would only leave error messages.
const dead = "script, iframe, frame, object, embed, meta, base, link, form, noscript";

function show({ html, pictures }) {
  const email = new DOMParser().parseFromString(html, "text/html");
  for (const element of email.querySelectorAll(dead)) element.replaceWith(...(element.matches("form, noscript") ? element.childNodes : []));
  for (const element of email.querySelectorAll("*"))
    for (const { name } of [...element.attributes]) if (name.startsWith("on")) element.removeAttribute(name);
  if (!pictures && !document.querySelector("meta[http-equiv]")) {
    // From now on nothing is fetched: a stranger's picture would tell him when his email is read, and where.
    const meta = document.createElement("meta");
    meta.httpEquiv = "Content-Security-Policy";
    meta.content = "img-src data:; font-src data:";
    document.head.append(meta);
  }
  for (const old of document.head.querySelectorAll("style.email")) old.remove();
  for (const style of email.querySelectorAll("style")) { style.className = "email"; document.head.append(style); }
  document.body.replaceWith(document.adoptNode(email.body));
  for (const link of document.links) link.title = link.href;
  measure();
}

const measure = () => parent.postMessage({ height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, "*");

addEventListener("message", event => { if (event.source === parent && typeof event.data?.html === "string") show(event.data); });
// A preview leads nowhere.
addEventListener("click", event => event.preventDefault(), true);
addEventListener("submit", event => event.preventDefault(), true);
addEventListener("resize", measure);
addEventListener("load", measure, true);
parent.postMessage({ ready: true }, "*");
