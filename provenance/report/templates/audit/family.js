"use strict";
/* The page of one family: its neighbours in what the index last showed, and decisions by key. */
(() => {
  const family = document.body.dataset.family;
  const before = document.getElementById("before");
  const after = document.getElementById("after");

  const lead = (link, id) => {
    link.hidden = !id;
    if (id) link.href = `${id}.html`;
    else link.removeAttribute("href");
  };
  const order = prov.order.read(null);
  const place = order && Array.isArray(order.ids) ? order.ids.indexOf(family) : -1;
  if (place >= 0) {
    lead(before, order.ids[place - 1]);
    lead(after, order.ids[place + 1]);
    const words = `${(place + 1).toLocaleString("en")} of ${order.ids.length.toLocaleString("en")}`;
    document.getElementById("place").textContent = order.words ? `${words}: ${order.words}` : words;
    if (/^[\w=&%.~+*-]+$/.test(order.hash || "")) document.getElementById("all").href = `../index.html#${order.hash}`;
  }
  const go = (link, words) => () => (link.hidden ? prov.say(words) : location.assign(link.href));

  const choose = (key, what) => () => {
    const wanted = `button[data-key="${key}"]`;
    const focused = document.activeElement?.closest("[data-item]")?.querySelector(wanted);
    if (focused) return prov.decide(focused);
    const all = [...document.querySelectorAll(`main [data-item] ${wanted}`)];
    const findings = all.filter((one) => one.closest(".findings"));
    const undecided = (findings.length ? findings : all).filter((one) => !one.closest(".done"));
    if (undecided.length === 1) return prov.decide(undecided[0]);
    if (!undecided.length) return prov.say(`There is nothing here to ${what}.`);
    undecided[0].focus();
    return prov.say(`There are ${undecided.length} to choose from; this is the first. Press ${key} again for it, or Tab to another.`);
  };

  Object.assign(prov.keys, {
    n: go(after, "This is the last family."),
    j: go(after, "This is the last family."),
    p: go(before, "This is the first family."),
    k: go(before, "This is the first family."),
    i: () => location.assign(document.getElementById("all").href),
    d: choose("d", "dismiss"),
    c: choose("c", "confirm"),
    s: choose("s", "call one photo"),
    x: choose("x", "call not the same"),
  });
})();
