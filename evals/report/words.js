// Mark which words differ between two summaries, statement by statement.
// Statements are paired within their field by the words they share, so that a point that only moved
// is not marked. One without a counterpart there is held against the sentence most like it anywhere
// in the other summary; where nothing is like it, it is marked whole.
"use strict";
globalThis.reportWords = (() => {
  const ALIKE = 0.4;
  // A name or a date in a list is not told by a sentence that happens to have its words.
  const SENTENCES = ".lines:is(.f-headline, .f-abstract, .f-key_points)";
  const all = (selector, from) => [...from.querySelectorAll(selector)];
  const tokens = (text) => text.split(/(\s+)/).filter(Boolean);
  const wordsOf = (text) => text.split(/\s+/).filter(Boolean);

  // For each word of both, whether the other has it too in the same order (longest common run).
  const common = (a, b) => {
    const width = b.length + 1;
    const longest = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i -= 1) {
      for (let j = b.length - 1; j >= 0; j -= 1) {
        longest[i * width + j] =
          a[i] === b[j]
            ? longest[(i + 1) * width + j + 1] + 1
            : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
      }
    }
    const inA = new Array(a.length).fill(false);
    const inB = new Array(b.length).fill(false);
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] === b[j]) inA[i++] = inB[j++] = true;
      else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) i += 1;
      else j += 1;
    }
    return [inA, inB];
  };

  // How much of two statements is the same, and for each word whether the other has it.
  const compared = (a, b) => {
    const [one, other] = [wordsOf(a.textContent), wordsOf(b.textContent)];
    const [inA, inB] = common(one, other);
    return [(2 * inA.filter(Boolean).length) / (one.length + other.length || 1), inA, inB];
  };

  const show = (element, kept, name) => {
    let at = 0;
    let open = null;
    let gap = "";
    const parts = [];
    for (const token of tokens(element.textContent)) {
      if (/^\s/.test(token)) {
        gap += token;
        continue;
      }
      if (kept[at++]) {
        open = null;
        parts.push(gap + token);
      } else if (open) {
        open.textContent += gap + token;
      } else {
        open = document.createElement(name);
        open.className = "word";
        open.textContent = token;
        parts.push(gap, open);
      }
      gap = "";
    }
    element.replaceChildren(...parts);
  };

  const pairs = (left, right) => {
    const found = [];
    left.forEach((a, i) =>
      right.forEach((b, j) => {
        const [alike] = compared(a, b);
        if (alike >= ALIKE) found.push([alike, i, j]);
      }),
    );
    found.sort((a, b) => b[0] - a[0]);
    const [takenA, takenB] = [new Map(), new Set()];
    for (const [, i, j] of found) {
      if (takenA.has(i) || takenB.has(j)) continue;
      takenA.set(i, j);
      takenB.add(j);
    }
    return takenA;
  };

  // Mark those that have a counterpart; return those of either side that have none.
  const differ = (left, right) => {
    const partner = pairs(left, right);
    const taken = new Set(partner.values());
    for (const [i, j] of partner) {
      const [, inA, inB] = compared(left[i], right[j]);
      show(left[i], inA, "del");
      show(right[j], inB, "ins");
    }
    return [left.filter((_, i) => !partner.has(i)), right.filter((_, j) => !taken.has(j))];
  };

  const alone = (statement, pane, name) => {
    const sentences = statement.closest(SENTENCES) ? all(`${SENTENCES} .words`, pane) : [];
    const [alike, kept] = sentences
      .map((other) => compared(statement, other))
      .reduce((best, next) => (next[0] > best[0] ? next : best), [0, []]);
    show(statement, alike >= ALIKE ? kept : [], name);
  };

  const mark = (keys) => {
    for (const words of all(".pane .words:has(.word)", document)) {
      words.replaceChildren(words.textContent);
    }
    if (keys.length !== 2) return;
    for (const sheet of all("article.sheet", document)) {
      const [one, other] = keys.map((key) => sheet.querySelector(`.pane[data-of="${key}"]`));
      const fields = new Set(all(".lines[data-field]", sheet).map((list) => list.dataset.field));
      for (const field of fields) {
        const of = (pane) => all(`.lines[data-field="${field}"] .words`, pane);
        const [left, right] = differ(of(one), of(other));
        for (const statement of left) alone(statement, other, "del");
        for (const statement of right) alone(statement, one, "ins");
      }
    }
  };

  return { mark };
})();
