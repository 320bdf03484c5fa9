// Light up the words a statement rests on, and the statements that rest on words of the article.
// Without this script the numbered links still lead from one to the other.
(() => {
  "use strict";
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  // Long enough that a pointer on its way elsewhere does not set the article moving.
  const PAUSE = 150;
  let pause = 0;

  const spans = (element) => element.dataset.spans.split(" ").filter(Boolean);

  const clear = () => {
    clearTimeout(pause);
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit", "refused");
  };

  const reveal = (source, first) => {
    if (!source || !first || source.scrollHeight <= source.clientHeight) return;
    const box = source.getBoundingClientRect();
    const words = first.getBoundingClientRect();
    const line = 30;
    if (words.top >= box.top && words.bottom + line <= box.bottom) return;
    const top = source.scrollTop + words.top - box.top - source.clientHeight / 3;
    source.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
  };

  const show = (target, wait) => {
    clear();
    // Where the pointer is over nothing cited, what has the keyboard's focus stays lit.
    const from =
      target.closest?.("[data-spans]") ?? document.activeElement?.closest("[data-spans]");
    if (!from?.dataset.spans) return;
    const article = from.closest("article");
    const source = article.querySelector(".source");
    const inSource = Boolean(source && source.contains(from));
    const wanted = new Set(spans(from));
    const lit = [...article.querySelectorAll("[data-spans]")].filter(
      (other) =>
        other === from ||
        (spans(other).some((span) => wanted.has(span)) &&
          (inSource || Boolean(source && source.contains(other)))),
    );
    const light = from.closest(".rejected") ? ["lit", "refused"] : ["lit"];
    for (const element of lit) element.classList.add(...light);
    if (inSource) return;
    const first = lit.find((element) => element !== from && source.contains(element));
    pause = setTimeout(() => reveal(source, first), wait);
  };

  document.addEventListener("mouseover", (event) => show(event.target, PAUSE));
  document.documentElement.addEventListener("mouseleave", clear);
  document.addEventListener("focusin", (event) => show(event.target, 0));
  document.addEventListener("focusout", clear);
  addEventListener("beforeprint", () => {
    clear();
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
})();
