// The assistant on the town's own site: one line, a button, a dialog. Nothing is asked of the server, kept or sent before
// somebody presses the button. No style attribute and no inline style: a strict policy of the site (CSP) needs only
//   script-src and frame-src with the address of this server (and style-src where the browser has no style sheets in script).
"use strict";
(() => {
  const settings = "__SETTINGS__";
  const script = document.currentScript;
  const options = script ? script.dataset : {};
  const base = settings.base || new URL(".", script.src).href.replace(/\/$/, "");
  const origin = new URL(base).origin;
  const known = settings.words[options.lang] ? options.lang : settings.words[document.documentElement.lang.slice(0, 2)]
    ? document.documentElement.lang.slice(0, 2) : settings.language;
  const words = settings.words[known];
  const title = options.title || words.title;

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const start = () => {
    const host = document.createElement("div");
    host.lang = known;
    host.dir = words.dir;
    const tree = host.attachShadow({ mode: "open" });
    if ("adoptedStyleSheets" in tree && "replaceSync" in CSSStyleSheet.prototype) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(settings.style);
      tree.adoptedStyleSheets = [sheet];
    } else {
      tree.append(make("link", { rel: "stylesheet", href: `${base}/widget.css` }));
    }

    const heading = make("h2", { id: "title", textContent: title });
    const close = make("button", { type: "button", className: "close", textContent: words.close });
    const dialog = make("dialog", {}, make("div", { className: "head" }, heading, close));
    dialog.setAttribute("aria-labelledby", "title");
    let frame = null;
    let opener = null;
    let isLoaded = false;

    // The name of the dialog is read, then that of the field: the person is where the question is written.
    const enter = () => { if (dialog.open && isLoaded) frame.contentWindow.postMessage({ parvis: "opened" }, "*"); };
    const open = (from) => {
      opener = from;
      if (!frame) {
        frame = make("iframe", { title, src: `${base}/widget?lang=${known}`, referrerPolicy: "no-referrer" });
        frame.allow = "autoplay";
        frame.addEventListener("load", () => {
          isLoaded = true;
          enter();
        });
        dialog.append(frame);
      }
      dialog.showModal();
      frame.focus();
      enter();
    };
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => opener?.focus());
    // A press beside the dialog closes it, too.
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    addEventListener("message", (event) => {
      const isOurs = frame && event.source === frame.contentWindow && event.origin === origin;
      if (isOurs && event.data?.parvis === "close" && dialog.open) dialog.close();
    });

    // The site's own buttons open it where data-open names them; otherwise it brings its own.
    const own = options.open ? [...document.querySelectorAll(options.open)] : [];
    for (const button of own) {
      button.setAttribute("aria-haspopup", "dialog");
      button.addEventListener("click", (event) => {
        event.preventDefault();
        open(button);
      });
    }
    if (!own.length) {
      const launcher = make("button", { type: "button", textContent: options.label || words.open });
      launcher.className = options.position === "left" ? "launcher left" : "launcher";
      launcher.setAttribute("aria-haspopup", "dialog");
      launcher.addEventListener("click", () => open(launcher));
      tree.append(launcher);
    }
    tree.append(dialog);
    document.body.append(host);
  };
  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
})();
