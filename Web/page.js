// The conversation without loading the page again. Everything here also works without this script, by form posts.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  const log = byId("exchanges");
  const ask = byId("ask");
  const field = byId("question");

  // Text size and colours: at once, and kept on this computer only once somebody chooses.
  const display = byId("display");
  const kept = "parvis-display";
  const show = (size, colours) => {
    for (const name of [...root.classList]) {
      if (name.startsWith("size-") || name.startsWith("colours-")) root.classList.remove(name);
    }
    root.classList.add(`size-${size}`, `colours-${colours}`);
    for (const [name, value] of [["size", size], ["colours", colours]]) {
      for (const input of document.querySelectorAll(`input[name=${name}]`)) {
        if (input.type === "radio") input.checked = input.value === value;
        else input.value = value;
      }
    }
  };
  const chosen = (name) => display.querySelector(`input[name=${name}]:checked`);
  const apply = () => {
    const [size, colours] = [chosen("size").value, chosen("colours").value];
    show(size, colours);
    try {
      localStorage.setItem(kept, JSON.stringify([size, colours]));
    } catch { /* Without storage the choice holds for this page. */ }
  };
  if (display) {
    try {
      const [size, colours] = JSON.parse(localStorage.getItem(kept)) ?? [];
      const isKnown = (name, value) => display.querySelector(`input[name=${name}][value="${CSS.escape(value)}"]`);
      if (size && isKnown("size", size) && isKnown("colours", colours)) show(size, colours);
    } catch { /* Nothing was kept. */ }
    display.addEventListener("change", apply);
    display.addEventListener("submit", (event) => {
      event.preventDefault();
      apply();
    });
  }

  // One large button; the browser's player, for loudness and pause, once it is heard.
  const prepareSound = (place) => {
    for (const audio of place.querySelectorAll(".listen audio")) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = audio.dataset.play;
      const stopped = () => { button.textContent = audio.dataset.play; };
      button.addEventListener("click", () => {
        if (audio.paused) {
          for (const other of document.querySelectorAll("audio")) if (other !== audio) other.pause();
          audio.currentTime = 0;
          audio.hidden = false;
          audio.play().then(() => { button.textContent = audio.dataset.stop; }, stopped);
        } else {
          audio.pause();
        }
      });
      audio.addEventListener("pause", stopped);
      audio.addEventListener("ended", stopped);
      audio.hidden = true;
      audio.before(button);
    }
  };
  prepareSound(document);

  for (const button of document.querySelectorAll("#print")) {
    if (button.dataset.now === undefined) continue;
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // In the widget, Escape is for the page around it.
  if (root.classList.contains("embedded") && parent !== window) {
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) parent.postMessage({ parvis: "close" }, "*");
    });
    addEventListener("message", (event) => {
      if (event.source === parent && event.data?.parvis === "opened") field?.focus();
    });
  }

  if (!log || !ask || !window.fetch) return;
  const summary = byId("error");
  const fieldError = byId("question-error");
  const wait = byId("wait");
  let isBusy = false;

  const showError = (text) => {
    summary.replaceChildren();
    summary.className = text ? "error" : "";
    summary.removeAttribute("role");
    fieldError.hidden = !text;
    fieldError.textContent = text;
    if (text) {
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", "question-hint question-error");
      summary.setAttribute("role", "alert");
      const line = document.createElement("p");
      line.textContent = text;
      summary.append(line);
    } else {
      field.removeAttribute("aria-invalid");
      field.setAttribute("aria-describedby", "question-hint");
    }
  };

  // What can no longer be answered is read, not pressed.
  const settle = (exchange) => {
    exchange.querySelector("#answer")?.removeAttribute("id");
    for (const list of exchange.querySelectorAll(".choices")) {
      list.classList.remove("choices");
      for (const button of list.querySelectorAll("button")) button.replaceWith(button.textContent);
    }
  };

  // The whole page in another language, with the conversation that is under way.
  const speak = (language) => {
    for (const input of document.querySelectorAll("input[name=lang]")) input.value = language;
    display.submit();
  };
  for (const link of document.querySelectorAll("[data-language]")) {
    link.addEventListener("click", (event) => {
      if (!ask.elements.conversation.value) return;
      event.preventDefault();
      speak(link.dataset.language);
    });
  }

  const add = (text) => {
    const template = document.createElement("template");
    template.innerHTML = text;
    const exchange = template.content.querySelector("article");
    if (!exchange) return false;
    const { title, conversation, lang } = exchange.dataset;
    const isErased = exchange.dataset.erased !== undefined;
    if (isErased) log.replaceChildren();
    for (const old of log.children) settle(old);
    for (const audio of log.querySelectorAll("audio")) audio.pause();
    for (const input of document.querySelectorAll("input[name=conversation]")) input.value = conversation;
    prepareSound(exchange);
    log.append(exchange);
    document.title = title;
    byId("tools").hidden = isErased;
    if (lang !== root.lang && display) {
      speak(lang);
      return true;
    }
    exchange.scrollIntoView({ block: "start" });
    return true;
  };

  const send = async (form, button) => {
    const data = new URLSearchParams(new FormData(form));
    if (button?.name) data.append(button.name, button.value);
    const slow = setTimeout(() => { wait.textContent = log.dataset.busy; }, 1500);
    isBusy = true;
    showError("");
    try {
      const response = await fetch(form.action, {
        method: "POST", body: data, headers: { Accept: "text/vnd.parvis.exchange+html" },
      });
      const text = await response.text();
      const isExchange = (response.headers.get("Content-Type") ?? "").startsWith("text/vnd.parvis.exchange+html");
      if (isExchange && response.ok && add(text)) {
        if (form === ask) field.value = "";
      } else {
        showError(isExchange ? text : log.dataset.failed);
      }
    } catch {
      showError(log.dataset.failed);
    }
    clearTimeout(slow);
    wait.textContent = "";
    isBusy = false;
    field.focus({ preventScroll: true });
  };

  const onSubmit = (event) => {
    const button = event.submitter;
    if (button?.id === "print") {
      event.preventDefault();
      print();
      return;
    }
    if (button?.name === "speak") return;
    event.preventDefault();
    if (isBusy) return;
    if (event.target === ask && !field.value.trim()) {
      showError(log.dataset.empty);
      field.focus();
      return;
    }
    send(event.target, button);
  };
  ask.addEventListener("submit", onSubmit);
  byId("choose").addEventListener("submit", onSubmit);
})();
