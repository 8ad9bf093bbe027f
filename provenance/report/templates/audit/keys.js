"use strict";
/* What all pages share: keys, commands that are copied and gathered, what is said of it, the help. Text is only ever
   put in as text. */
const prov = { keys: {} };
(() => {
  const report = document.body.dataset.report;
  const bar = document.getElementById("bar");
  const status = document.getElementById("status");
  const line = document.getElementById("line");
  const help = document.getElementById("help");

  const kept = (place, name) => ({
    read(otherwise) {
      try { return JSON.parse(place().getItem(`prov ${name} ${report}`)) ?? otherwise; } catch { return otherwise; }
    },
    write(value) {
      try { place().setItem(`prov ${name} ${report}`, JSON.stringify(value)); } catch { /* kept for this page only */ }
    },
  });
  prov.order = kept(() => sessionStorage, "order");
  const switched = kept(() => localStorage, "keys");
  const tray = kept(() => localStorage, "tray");
  let gathered = tray.read({});
  let on = switched.read(true) === true;

  prov.say = (words, command = "") => {
    status.textContent = words;
    line.textContent = command;
    line.hidden = !command;
    bar.classList.add("live");
  };

  const select = () => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { /* not allowed here: the text is selected instead */ }
    select();
    try { return document.execCommand("copy"); } catch { return false; }
  };

  const tell = async (text, what) => {
    prov.say("", text);
    const copied = await copy(text);
    prov.say(copied ? `Copied: ${what}. Paste it into a terminal.`
      : `${what}: the command is selected. Press Ctrl+C, then paste it into a terminal.`, text);
    if (!copied) select();
  };

  const mark = (button, ruling) => {
    const choices = button.parentElement;
    let note = choices.querySelector(".waiting");
    if (!note) {
      note = document.createElement("span");
      note.className = "waiting";
      choices.append(note);
    }
    note.textContent = ruling ? `Gathered: ${ruling}` : "";
    for (const one of choices.querySelectorAll("button")) one.classList.toggle("chosen", one.dataset.ruling === ruling);
  };

  const show = () => {
    const number = Object.keys(gathered).length;
    document.getElementById("tray").hidden = !number;
    document.getElementById("gathered").textContent = `${number} ${number === 1 ? "command" : "commands"} gathered`;
    if (number) bar.classList.add("live");
    for (const button of document.querySelectorAll("button[data-about]")) {
      const found = gathered[button.dataset.about];
      if (found || button.classList.contains("chosen")) mark(button, found ? found.ruling : "");
    }
  };

  prov.decide = (button) => {
    const { about: id, ruling, line: command } = button.dataset;
    gathered = { ...tray.read(gathered), [id]: { ruling, line: command } };
    tray.write(gathered);
    show();
    tell(command, `${ruling} ${id}`);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-line]");
    if (button) prov.decide(button);
  });
  document.getElementById("copy-all").addEventListener("click", () => {
    const lines = Object.values(gathered).map((one) => one.line);
    tell(lines.join("\n") + "\n", `${lines.length} ${lines.length === 1 ? "command" : "commands"}`);
  });
  document.getElementById("forget").addEventListener("click", () => {
    gathered = {};
    tray.write(gathered);
    show();
    prov.say("Nothing is gathered any more. What was run in a terminal stays decided.");
  });

  const keysOn = document.getElementById("keys-on");
  keysOn.checked = on;
  keysOn.addEventListener("change", () => {
    on = keysOn.checked;
    switched.write(on);
  });
  prov.keys["?"] = () => help.showModal();
  document.getElementById("help-open").addEventListener("click", () => help.showModal());
  document.getElementById("help-close").addEventListener("click", () => help.close());

  document.addEventListener("keydown", (event) => {
    if (!on || help.open || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, select, textarea")) return;
    const act = Object.hasOwn(prov.keys, event.key) && prov.keys[event.key];
    if (act && act(event) !== false) event.preventDefault();
  });
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("main details")) one.open = true;
    for (const one of document.querySelectorAll("main img")) one.loading = "eager";
  });
  addEventListener("pageshow", () => {
    gathered = tray.read(gathered);
    show();
  });
})();
