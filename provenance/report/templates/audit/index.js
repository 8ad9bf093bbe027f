"use strict";
/* The table of families: searched, filtered and turned page by page, so that ten thousand are as quick as ten. */
(() => {
  const ROWS = 50;
  const WORDS = ["", "Note", "Warning", "Error"];
  const TONES = ["plain", "plain", "look", "hold"];
  const at = (id) => document.getElementById(id);
  const [query, list, state, severity] = ["query", "list", "state", "severity"].map(at);
  const lists = [...list.options].slice(1).map((option) => ({ id: option.value, title: option.text }));
  const families = [];
  const words = [];
  let found = [];
  let page = 0;
  let drawn = false;

  /* The order of values is that of `entry` in report/audit_index.py. */
  prov.families = (entries) => {
    for (const [id, message, worst, open, done, undecided, told, photos, captions, file, picture, isNew, worstOpen] of entries) {
      families.push({ id, message, worst, open, done, undecided, told, photos, captions, file, picture, isNew, worstOpen });
    }
    if (drawn) soon();
    else look();
  };
  prov.words = (texts) => {
    for (const text of texts) words.push(text);
    if (query.value) soon();
  };

  const titles = (mask) => lists.filter((_one, place) => Math.floor(mask / 2 ** place) % 2).map((one) => one.title);

  const make = (tag, given = {}, ...inside) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
    element.append(...inside);
    return element;
  };

  const row = (one, rank) => {
    const head = make("th", { scope: "row" });
    const severityWord = one.undecided ? WORDS[one.worstOpen] : "Decided";
    const tone = one.undecided ? TONES[one.worstOpen] : "plain";
    head.append(
      make("a", { href: `families/${one.id}.html` }, make("bdi", {}, one.message || one.id)),
      make("span", { class: "why" }, make("b", { class: `mark ${tone}` }, severityWord),
        ` · ${titles(one.undecided ? one.open : one.done).join(" · ")}${one.isNew ? " · new" : ""}`),
      make("span", { class: "why" }, make("bdi", {}, one.file), ` · ${one.id}`),
    );
    const picture = make("td", { class: "thumb" });
    if (one.picture) {
      picture.append(make("img", { src: one.picture, alt: "", loading: "lazy", decoding: "async", width: 96, height: 72 }));
    }
    const figure = (label, number) => make("td", { class: "figure", "data-label": label }, number.toLocaleString("en"));
    return make("tr", {}, make("td", { class: "rank", "data-label": "Rank" }, (rank + 1).toLocaleString("en")), picture, head,
      figure("Photos", one.photos), figure("To decide", one.undecided));
  };

  const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  const matching = () => {
    const terms = folded(query.value).split(/\s+/).map((term) => term.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")).filter(Boolean);
    const bit = list.value ? 2 ** lists.findIndex((one) => one.id === list.value) : 0;
    const least = Number(severity.value);
    const listed = (mask) => !bit || Math.floor(mask / bit) % 2 === 1;
    const shown = {
      open: (one) => one.undecided > 0 && listed(one.open) && one.worstOpen >= least,
      done: (one) => one.told > one.undecided && listed(one.done),
      new: (one) => one.isNew && (listed(one.open) || listed(one.done)) && one.worst >= least,
      "": (one) => (listed(one.open) || listed(one.done)) && one.worst >= least,
    }[state.value];
    const says = (place) => terms.every((term) => (words[place] || "").includes(term));
    return families.map((_one, place) => place).filter((place) => shown(families[place]) && (!terms.length || says(place)));
  };

  const hash = () => {
    const set = { q: query.value, list: list.value, show: state.value, least: severity.value, page: String(page + 1) };
    const usual = { q: "", list: "", show: "open", least: "1", page: "1" };
    return Object.entries(set).filter(([name, value]) => value !== usual[name])
      .map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`).join("&");
  };

  const describe = () => [list.value && list.selectedOptions[0].text, query.value && `“${query.value}”`].filter(Boolean).join(", ");

  const draw = () => {
    const pages = Math.max(1, Math.ceil(found.length / ROWS));
    page = Math.min(Math.max(page, 0), pages - 1);
    const shown = found.slice(page * ROWS, page * ROWS + ROWS);
    at("rows").replaceChildren(...shown.map((place) => row(families[place], place)));
    at("page").textContent = `Page ${(page + 1).toLocaleString("en")} of ${pages.toLocaleString("en")}`;
    at("page-before").disabled = page === 0;
    at("page-after").disabled = page >= pages - 1;
    at("found").textContent = found.length
      ? `${found.length.toLocaleString("en")} of ${families.length.toLocaleString("en")} families`
      : "No family is like that. Show all, or clear the search.";
    remember();
  };

  const remember = () => {
    prov.order.write({ ids: found.map((place) => families[place].id), words: describe(), hash: hash() });
    const wanted = hash();
    if (location.hash.slice(1) === wanted || (!wanted && !readable())) return;
    try { history.replaceState(null, "", location.href.split("#")[0] + (wanted ? `#${wanted}` : "")); } catch { /* this browser keeps the address of a file as it is */ }
  };

  const readable = () => /(^|&)(q|list|show|least|page)=/.test(location.hash.slice(1));

  const restore = () => {
    const set = new URLSearchParams(location.hash.slice(1));
    query.value = set.get("q") || "";
    list.value = set.get("list") || "";
    state.value = set.get("show") ?? "open";
    severity.value = set.get("least") || "1";
    if (list.selectedIndex < 0) list.value = "";
    if (state.selectedIndex < 0) state.value = "open";
    if (severity.selectedIndex < 0) severity.value = "1";
    page = Number.parseInt(set.get("page") || "1", 10) - 1 || 0;
  };

  const look = () => {
    drawn = true;
    found = matching();
    draw();
  };
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 60);
  };
  const anew = () => {
    page = 0;
    soon();
  };
  const turn = (by) => {
    page += by;
    draw();
    at("families").scrollIntoView();
  };

  query.addEventListener("input", anew);
  for (const control of [list, state, severity]) control.addEventListener("change", anew);
  at("reset").addEventListener("click", () => {
    [query.value, list.value, state.value, severity.value] = ["", "", "open", "1"];
    anew();
    query.focus();
  });
  at("page-before").addEventListener("click", () => turn(-1));
  at("page-after").addEventListener("click", () => turn(1));
  addEventListener("hashchange", () => {
    if (!readable()) return;
    restore();
    look();
    at("families").focus();
  });

  const links = () => [...document.querySelectorAll("#rows a")];
  const step = (by) => () => {
    const all = links();
    const place = all.indexOf(document.activeElement);
    const next = all[place < 0 ? (by > 0 ? 0 : all.length - 1) : place + by];
    if (next) next.focus();
    else prov.say(by > 0 ? "This is the last one on this page of the table." : "This is the first one on this page of the table.");
  };
  const choose = (key) => () => {
    const button = document.activeElement?.closest("[data-item]")?.querySelector(`button[data-key="${key}"]`);
    if (!button) return false;
    return prov.decide(button);
  };
  Object.assign(prov.keys, {
    "/": () => query.focus(),
    j: step(1),
    k: step(-1),
    n: () => at("page-after").click(),
    p: () => at("page-before").click(),
    d: choose("d"),
    c: choose("c"),
  });

  at("finder").hidden = false;
  restore();
  soon();
})();
