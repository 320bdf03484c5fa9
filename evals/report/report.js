// Choose whose summaries to see, walk the grid with the arrow keys, and tie facts to statements.
// Without this script every summary is shown, and every link still leads where it says.
(() => {
  "use strict";
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const shown = byId("shown");
  const beside = byId("beside");
  const cells = all("a.cell");
  const target = (link) => byId(link.hash.slice(1));
  const stateOf = (cell) => [...cell.classList].find((name) => name.startsWith("s-")).slice(2);

  const nameOf = (key) => [...shown.options].find((option) => option.value === key).text;

  // What is chosen: one system, or two.
  const chosen = () =>
    [shown.value, beside.value].filter((key, at, keys) => key && keys.indexOf(key) === at);

  const choose = () => {
    const keys = chosen();
    for (const element of all("[data-of]")) {
      element.hidden = !keys.includes(element.dataset.of);
      element.classList.toggle("second", element.dataset.of === keys[1]);
    }
    document.body.classList.toggle("two", keys.length === 2);
    document.body.classList.toggle("one", keys.length === 1);
    for (const row of all(".facts tbody tr")) {
      const cell = row.querySelector("a.cell");
      row.classList.toggle("off", Boolean(cell) && !keys.includes(cell.dataset.system));
    }
    for (const sheet of all("article.sheet")) underline(sheet);
    globalThis.reportWords.mark(keys);
    changes(keys);
  };

  // Underline only what those on show rest on.
  const underline = (sheet) => {
    const lines = all(".pane:not([hidden]) .lines [data-spans]", sheet);
    const cited = new Set(lines.flatMap((line) => line.dataset.spans.split(" ")));
    for (const mark of all(".source mark", sheet)) {
      mark.classList.toggle("off", !mark.dataset.spans.split(" ").some((span) => cited.has(span)));
    }
  };

  const GOOD = new Set(["stated", "avoided"]);
  const UNKNOWN = new Set(["unclear", "unmeasured"]);

  const changes = (keys) => {
    const section = byId("changes");
    section.hidden = byId("to-changes").hidden = keys.length !== 2;
    for (const cell of cells) cell.classList.remove("changed");
    const list = byId("changes-list");
    list.replaceChildren();
    if (keys.length !== 2) return;
    const of = (key) => new Map(cells.filter((c) => c.dataset.system === key).map((c) => [c.hash, c]));
    const [first, second] = keys.map(of);
    const counts = { won: 0, lost: 0, unclear: 0 };
    const must = { won: 0, lost: 0 };
    const found = [];
    for (const [hash, one] of first) {
      const other = second.get(hash);
      if (!other || stateOf(one) === stateOf(other)) continue;
      one.classList.add("changed");
      other.classList.add("changed");
      const [was, now] = [stateOf(one), stateOf(other)];
      let kind = "changed";
      if (UNKNOWN.has(was) || UNKNOWN.has(now)) kind = "unclear";
      else if (GOOD.has(was) !== GOOD.has(now)) kind = GOOD.has(now) ? "won" : "lost";
      const weight = weightOf(target(other));
      if (kind in counts) counts[kind] += 1;
      if (kind in must && weight === "must") must[kind] += 1;
      found.push([KINDS.indexOf(kind), WEIGHTS.indexOf(weight), change(kind, other, keys)]);
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    list.append(...found.map(([, , item]) => item));
    const tally = (kind) =>
      `${counts[kind]} ${kind}` + (must[kind] ? ` (${must[kind]} must)` : "");
    const names = keys.map(nameOf);
    byId("changes-said").textContent =
      `${names[1]} against ${names[0]}: ${tally("won")}, ${tally("lost")}` +
      (counts.unclear ? `, ${counts.unclear} that cannot be judged in one of them.` : ".");
  };

  const LABELS = { won: "won", lost: "lost", changed: "changed", unclear: "cannot judge" };
  // The order in which changes are listed.
  const KINDS = ["lost", "won", "changed", "unclear"];
  const WEIGHTS = ["must", "may", "fact", "trap"];
  const weightOf = (row) => WEIGHTS.find((name) => row.parentElement.classList.contains(`g-${name}`));

  const change = (kind, cell, keys) => {
    const row = target(cell);
    const item = document.createElement("li");
    item.className = kind;
    const what = document.createElement("span");
    what.className = "what";
    const weight = document.createElement("small");
    weight.textContent = weightOf(row);
    what.append(LABELS[kind], " ", weight);
    const words = document.createElement("div");
    const link = document.createElement("a");
    link.href = cell.hash;
    link.textContent = row.querySelector(".states").textContent;
    const article = document.createElement("small");
    article.className = "from";
    article.textContent = row.closest("article").querySelector("h2").textContent;
    words.append(link, article);
    for (const key of keys) {
      const line = document.createElement("small");
      const name = document.createElement("b");
      name.textContent = nameOf(key);
      line.append(name, " ", told(row, key));
      words.append(line);
    }
    item.append(what, words);
    return item;
  };

  // What one system made of a fact, in a line, with the words that decided it or come nearest.
  const told = (row, key) => {
    const outcome = row.querySelector(`.outcomes > [data-of="${key}"]`);
    const word = outcome.querySelector("b").textContent;
    const own = statements(row, key)[0]?.querySelector(".words") ?? outcome.querySelector(".where");
    const words = (own ?? nearest(row, key, outcome))?.textContent;
    if (own && outcome.matches(".s-stated, .s-fallen")) return `${word}: “${words}”`;
    const why = outcome.querySelector(".why bdi");
    const said = why ? `${word}: ${why.textContent}` : word;
    const near = outcome.matches(".s-contradicted") ? "by" : "nearest";
    return words ? `${said}; ${near}: “${words}”` : said;
  };

  const nearest = (row, key, outcome) => {
    const pane = row.closest("article").querySelector(`.pane[data-of="${key}"]`);
    return all(".lines[data-field] .words", pane)[outcome.dataset.near];
  };

  const statements = (row, key) => {
    const tags = all(`a.tag[href="#${row.id}"]`, row.closest("article"));
    const panes = tags.filter((tag) => tag.closest(".pane").dataset.of === key);
    return panes.map((tag) => tag.closest("li"));
  };

  // A fact lights the statement that tells it, and a statement the facts it tells.
  const tie = (event) => {
    for (const old of all(".told")) old.classList.remove("told");
    const row = event.target.closest?.(".gold-rows > li");
    if (row) for (const key of chosen()) for (const li of statements(row, key)) li.classList.add("told");
    const line = event.target.closest?.(".lines > li");
    if (line) for (const tag of all("a.tag", line)) target(tag)?.classList.add("told");
  };

  // The grid is one stop of the Tab key; arrow keys walk in it.
  const rows = [...new Set(cells.map((cell) => cell.closest("tr")))].map((row) => all("a.cell", row));
  const here = (cell) => {
    for (const other of cells) other.tabIndex = -1;
    cell.tabIndex = 0;
  };

  const walk = (event) => {
    const cell = event.target.closest?.("a.cell");
    if (!cell) return;
    const y = rows.findIndex((row) => row.includes(cell));
    const x = rows[y].indexOf(cell);
    const moves = {
      ArrowRight: [y, x + 1], ArrowLeft: [y, x - 1], ArrowDown: [y + 1, x], ArrowUp: [y - 1, x],
      Home: [y, 0], End: [y, rows[y].length - 1],
    };
    if (!(event.key in moves)) return;
    event.preventDefault();
    const [newY, newX] = moves[event.key];
    const row = rows[newY];
    const next = row?.[Math.min(Math.max(newX, 0), row.length - 1)];
    if (!next) return;
    here(next);
    next.focus();
  };

  const readout = byId("readout");
  const read = (event) => {
    const cell = event.target.closest?.("a.cell");
    readout.hidden = !cell;
    if (!cell) return;
    const row = target(cell);
    const states = document.createElement("b");
    states.textContent = row.querySelector(".states").textContent;
    readout.replaceChildren(states, told(row, cell.dataset.system));
  };

  const go = (event) => {
    const cell = event.target.closest?.("a.cell");
    if (!cell) return;
    const key = cell.dataset.system;
    if (!chosen().includes(key)) {
      shown.value = key;
      choose();
    }
  };

  // Where a link leads, focus goes too, so that what belongs together lights up.
  const arrive = () => {
    const element = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    const folded = element?.closest("details");
    if (folded) folded.open = true;
    if (element?.hasAttribute("tabindex")) element.focus({ preventScroll: true });
  };

  byId("chooser").hidden = shown.options.length < 2;
  for (const select of [shown, beside]) select.addEventListener("change", choose);
  document.addEventListener("mouseover", (event) => { tie(event); read(event); });
  document.addEventListener("focusin", (event) => { tie(event); read(event); });
  document.addEventListener("keydown", walk);
  document.addEventListener("click", go);
  addEventListener("hashchange", arrive);
  if (cells[0]) here(cells[0]);
  choose();
})();
