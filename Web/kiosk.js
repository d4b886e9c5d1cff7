// The screen in the hall: three keys or the finger do everything; the voice, where there is one, is followed word by word.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const { dataset } = document.body;
  const answer = byId("answer");
  const options = byId("options");
  const captions = byId("captions");
  const heading = byId("session-title");
  const bar = byId("bar");
  const written = byId("written");
  const warning = byId("warning");
  const sections = ["attract", "session", "ended"];
  const pageSize = 6;
  let conversation = "";
  let stage = "attract";
  let last = null;
  let typed = "";
  let entries = [];
  let voice = null;
  let rate = 1;
  let volume = 0.7;
  let isBusy = false;
  // Whether the kiosk's own program speaks and listens: it holds the conversation, this page shows it.
  const isFollowing = dataset.feed !== undefined;
  let isSpoken = false;
  let run = 0;

  // Rule K1: the height of a capital on this screen, at this distance. The font in use says how high its capitals are.
  const fit = () => {
    const canvas = document.createElement("canvas").getContext("2d");
    const family = getComputedStyle(document.body).fontFamily;
    canvas.font = `1000px ${family}`;
    // font-size-adjust makes every font's capitals 0.729 of its size where the browser has it.
    const ratio = CSS.supports("font-size-adjust", "cap-height 0.729")
      ? 0.729 : canvas.measureText("H").actualBoundingBoxAscent / 1000;
    const pixels = Math.ceil(Number(dataset.capital) / Number(dataset.pitch)) / devicePixelRatio;
    document.documentElement.style.setProperty("--letter", `${(pixels / (ratio || 0.7)).toFixed(2)}px`);
  };
  fit();
  addEventListener("resize", fit);

  // Which of the three keys is which.
  const [previousKey, nextKey, chooseKey] = dataset.keys.split(",");
  let chosenAt = -1000;
  const targets = () => {
    const place = warning.open ? warning : byId(stage);
    return [...place.querySelectorAll("button")].filter((button) => button.offsetParent !== null && !button.disabled);
  };
  const move = (step) => {
    const list = targets();
    if (!list.length) return;
    const index = list.indexOf(document.activeElement);
    const next = index < 0 ? (step > 0 ? 0 : list.length - 1) : (index + step + list.length) % list.length;
    list[next].focus();
    list[next].scrollIntoView({ block: "nearest" });
  };
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    noticed();
    // A key that is held counts once, and so do two presses that a trembling hand makes of one.
    const isAgain = event.repeat || (event.key === chooseKey && event.timeStamp - chosenAt < 250);
    if (isAgain && [previousKey, nextKey, chooseKey].includes(event.key)) {
      event.preventDefault();
      return;
    }
    chosenAt = event.key === chooseKey ? event.timeStamp : -1000;
    if (event.key === nextKey || event.key === "ArrowDown") move(1);
    else if (event.key === previousKey || event.key === "ArrowUp") move(-1);
    else if (event.key === chooseKey && !(document.activeElement instanceof HTMLButtonElement)) move(1);
    else if (event.key === chooseKey && ![" ", "Enter"].includes(chooseKey)) document.activeElement.click();
    else return;
    event.preventDefault();
  });
  addEventListener("pointerdown", () => noticed());
  // The screen has no way back from another page: an address is read, or taken along as a code.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("#answer a, #codes a")) event.preventDefault();
  });

  // Stages.
  const enter = (name, title) => {
    stage = name;
    for (const section of sections) byId(section).hidden = section !== name;
    document.title = title ?? dataset.title;
  };
  const setHeading = (text) => {
    heading.textContent = text;
  };
  const button = (label, action, className) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = label;
    if (className) element.className = className;
    element.addEventListener("click", action);
    return element;
  };
  const fill = (buttons, isLetters = false) => {
    options.className = isLetters ? "letters" : "";
    options.replaceChildren(...buttons.map((element) => {
      const item = document.createElement("li");
      item.append(element);
      if (element.className === "wide") item.className = "wide";
      return item;
    }));
  };
  const focusFirst = () => (options.querySelector("button") ?? targets()[0])?.focus();

  // A long list a few at a time, so that three keys reach its end.
  const pages = (list, page = 0) => {
    const count = Math.ceil(list.length / pageSize);
    const shown = list.slice(page * pageSize, (page + 1) * pageSize).map(([label, action]) => button(label, action));
    if (page + 1 < count) shown.push(button(dataset.more, () => { pages(list, page + 1); focusFirst(); }));
    if (page > 0) shown.push(button(dataset.before, () => { pages(list, page - 1); focusFirst(); }));
    fill(shown);
  };

  const showBar = () => {
    const has = { answer: last !== null, voice: voice !== null || isSpoken };
    for (const element of bar.querySelectorAll("[data-needs]")) element.hidden = !has[element.dataset.needs];
  };

  const home = () => {
    hush();
    enter("session", dataset.titleHome);
    last = null;
    typed = "";
    written.hidden = true;
    answer.replaceChildren();
    byId("codes").replaceChildren();
    setHeading(heading.dataset.home);
    pages([...byId("topics").querySelectorAll("section")].map((topic) => [topic.dataset.title, () => {
      setHeading(topic.dataset.title);
      pages([...topic.querySelectorAll("button")].map((question) => [
        question.textContent, () => ask({ question: question.dataset.question }),
      ]));
      focusFirst();
    }]));
    showBar();
    focusFirst();
  };

  // Letters on the screen, for a name or a question of one's own; names that begin so are offered.
  const letters = [..."abcdefghijklmnopqrstuvwxyzéèàç'-0123456789"];
  const write = () => {
    setHeading(heading.dataset.writing);
    written.hidden = false;
    written.textContent = typed || dataset.nothing;
    const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const fitting = typed ? entries.filter((name) => folded(name).includes(folded(typed))).slice(0, 3) : [];
    const add = (sign) => () => {
      typed = (typed + sign).slice(0, 500);
      write();
      [...options.querySelectorAll("button")].find((element) => element.textContent === (sign === " " ? dataset.space : sign))?.focus();
    };
    fill([
      ...fitting.map((name) => button(name, () => ask({ question: name }), "wide")),
      ...letters.map((sign) => button(sign, add(sign))),
      button(dataset.space, add(" "), "wide"),
      button(dataset.eraseLetter, () => { typed = [...typed].slice(0, -1).join(""); write(); }, "wide"),
      button(dataset.done, () => { if (typed.trim()) ask({ question: typed.trim() }); }, "wide"),
    ], true);
  };

  // One turn: the server answers with what to show, and with the sound where it has a voice.
  const post = async (fields) => {
    const body = new URLSearchParams({ conversation, lang: dataset.lang, ...fields });
    const response = await fetch(`${dataset.base}/kiosk/turn`, { method: "POST", body });
    if (!response.ok) throw new Error(String(response.status));
    return response.status === 204 ? null : response.json();
  };
  const ask = async (fields) => {
    if (isBusy) return;
    isBusy = true;
    hush();
    const mine = run;
    const slow = setTimeout(() => { byId("listening").textContent = dataset.searching; }, 1500);
    try {
      const turn = await post(fields);
      if (mine === run && turn) show(turn);
    } catch {
      if (mine === run) answer.textContent = dataset.failed;
    }
    clearTimeout(slow);
    byId("listening").textContent = "";
    isBusy = false;
  };
  // The kiosk's own program takes these at any moment: a press while another is on its way is not lost.
  const tell = (act) => post({ act }).catch(() => { answer.textContent = dataset.failed; });
  const show = (turn) => {
    conversation = turn.conversation ?? conversation;
    last = turn;
    typed = "";
    written.hidden = true;
    entries = turn.entries ?? [];
    if (stage !== "session") enter("session");
    document.title = dataset.titleAnswer;
    setHeading(heading.dataset.answer);
    const block = document.createElement("div");
    block.innerHTML = turn.html;
    for (const list of block.querySelectorAll(".choices")) list.remove();
    answer.replaceChildren(block);
    byId("codes").innerHTML = turn.codes ?? "";
    const choices = (turn.options ?? []).map((choice) => [choice.label, () => ask({ choice: choice.id })]);
    const names = entries.map((name) => [name, () => ask({ question: name })]);
    if (choices.length) pages(choices);
    else if (names.length) pages(names);
    else fill([]);
    byId("paper-answer").innerHTML = turn.html + (turn.codes ?? "");
    showBar();
    focusFirst();
    scrollTo(0, 0);
    if (turn.ended && !isFollowing) finish();
    else if (turn.audio?.length) speak(turn);
  };

  // The voice of the server, its words followed on the screen as they are said (rule K2).
  const hush = () => {
    voice?.audio?.pause();
    voice = null;
    captions.hidden = true;
    showBar();
  };
  const caption = (line, offset, length) => {
    const signs = [...line.text];
    captions.hidden = false;
    if (offset === undefined) {
      captions.textContent = line.text;
      return;
    }
    const mark = document.createElement("mark");
    mark.textContent = signs.slice(offset, offset + length).join("");
    captions.replaceChildren(signs.slice(0, offset).join(""), mark, signs.slice(offset + length).join(""));
  };
  const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
  // One sentence: it is on the screen whole when it begins, and the word that is said is marked where the voice tells it.
  const say = async (text, address, mine) => {
    const [audio, words] = [mine.next ?? new Audio(address), await fetch(`${address}/mots`).then((r) => r.json()).catch(() => [])];
    if (voice !== mine) return;
    mine.audio = audio;
    audio.playbackRate = rate;
    audio.volume = volume;
    caption({ text });
    await audio.play();
    while (voice === mine && !audio.ended && !audio.error) {
      noticed();
      const word = words.findLast((candidate) => candidate.at <= audio.currentTime * 1000);
      if (word) caption({ text }, word.offset, word.length);
      await new Promise(requestAnimationFrame);
    }
  };
  const speak = async (turn) => {
    const mine = { audio: null };
    voice = mine;
    showBar();
    try {
      for (const [index, text] of turn.sentences.entries()) {
        if (voice !== mine) return;
        await say(text, `${dataset.base}${turn.audio[index]}`, mine);
        // The next one is made while the pause lasts (rule K7: 350 to 500 ms).
        const following = turn.audio[index + 1];
        mine.next = following ? Object.assign(new Audio(`${dataset.base}${following}`), { preload: "auto" }) : null;
        await pause(400);
      }
    } catch { /* Without sound the answer is read. */ }
    if (voice === mine) hush();
  };
  const voiceDoes = {
    stop: hush,
    slower() {
      rate = Math.max(0.7, rate - 0.1);
      if (voice?.audio) voice.audio.playbackRate = rate;
    },
    louder() {
      volume = Math.min(1, volume + 0.15);
      if (voice?.audio) voice.audio.volume = volume;
    },
  };

  // Nobody there: a warning 20 seconds before, then everything is forgotten, and that is said (rules K13 and K14).
  const idle = Number(dataset.idle);
  const notice = Number(dataset.warning);
  let lastSign = performance.now();
  const noticed = () => {
    if (warning.open) return;
    lastSign = performance.now();
  };
  const stay = () => {
    warning.close();
    byId("warning-audio")?.pause();
    lastSign = performance.now();
    focusFirst();
  };
  const finish = async (isForgotten = false) => {
    if (stage === "ended" || stage === "attract") return;
    if (isFollowing && !isForgotten) {
      tell("quit");
      return;
    }
    run += 1;
    if (warning.open) warning.close();
    hush();
    const old = conversation;
    conversation = "";
    [rate, volume, typed, last, entries] = [1, 0.7, "", null, []];
    for (const place of [answer, byId("codes"), options, byId("paper-answer")]) place.replaceChildren();
    enter("ended", dataset.titleEnded);
    byId("ended-audio")?.play().catch(() => {});
    if (old) {
      conversation = old;
      await post({ act: "erase" }).catch(() => {});
      conversation = "";
    }
    setTimeout(() => {
      if (stage !== "ended") return;
      enter("attract");
      byId("start").focus();
    }, 6000);
  };
  setInterval(() => {
    if (stage !== "session" || isFollowing) return;
    const left = idle - (performance.now() - lastSign) / 1000;
    if (left <= 0) {
      finish();
    } else if (left <= notice) {
      if (!warning.open) {
        hush();
        warning.showModal();
        byId("stay").focus();
        byId("warning-audio")?.play().catch(() => {});
      }
      byId("countdown").textContent = `${Math.ceil(left)} ${dataset.seconds}`;
    }
  }, 250);
  warning.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });
  byId("stay").addEventListener("click", stay);
  byId("leave").addEventListener("click", () => finish());

  byId("start").addEventListener("click", () => {
    noticed();
    home();
  });
  bar.addEventListener("click", (event) => {
    const { act, do: name, voice: order } = event.target.closest("button")?.dataset ?? {};
    if (act) ask({ act });
    else if (order && isFollowing) tell(order);
    else if (order) voiceDoes[order]();
    else if (name === "home") home();
    else if (name === "write") { write(); focusFirst(); }
    else if (name === "end") finish();
    else if (name === "print") print();
  });

  // What the voice of the kiosk says and hears, when it is the kiosk's own program that listens.
  if (isFollowing) {
    const events = {
      listening: () => { byId("listening").textContent = dataset.listening; },
      heard: () => { byId("listening").textContent = dataset.heard; },
      lines: (event) => {
        for (const text of event.lines) answer.append(Object.assign(document.createElement("p"), { textContent: text }));
        answer.lastElementChild?.scrollIntoView({ block: "nearest" });
      },
      answer: (event) => { byId("listening").textContent = ""; show(event.answer); },
      caption: (event) => { isSpoken = true; caption({ text: event.line }); showBar(); },
      silent: () => { isSpoken = false; captions.hidden = true; showBar(); },
      reset: () => finish(true),
    };
    // What the voice says by itself while nobody is there does not begin a conversation.
    const begins = ["listening", "heard", "answer"];
    const source = new EventSource(`${dataset.base}/kiosk/events`);
    source.addEventListener("message", (message) => {
      const event = JSON.parse(message.data);
      if (stage === "attract" && begins.includes(event.event)) home();
      events[event.event]?.(event);
    });
  }
  enter("attract");
  byId("start").focus();
})();
