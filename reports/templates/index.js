"use strict";
(() => {
  const STEP = 300;
  const body = document.querySelector("tbody");
  const rows = [...body.rows];
  const search = document.querySelector("input[type=search]");
  const verdicts = [...document.querySelectorAll("button[data-verdict]")];
  const shown = document.getElementById("shown");
  const more = document.getElementById("more");
  const words = new Map(rows.map((row) => [row, row.cells[1].textContent.toLowerCase()]));
  let ordered = rows;
  let limit = STEP;

  // A browser lays out some hundred rows at once, thousands it does not.
  function show() {
    const wanted = verdicts.filter((button) => button.getAttribute("aria-pressed") === "true").map((button) => button.dataset.verdict);
    const asked = search.value.trim().toLowerCase();
    let found = 0;
    ordered.forEach((row) => {
      const fits = wanted.includes(row.dataset.verdict) && words.get(row).includes(asked);
      found += fits ? 1 : 0;
      row.hidden = !fits || found > limit;
    });
    shown.textContent = found === rows.length ? "" : `符合 ${found} / ${rows.length} 个`;
    more.hidden = found <= limit;
    more.textContent = `再显示 ${Math.min(STEP, found - limit)} 个（还有 ${found - limit} 个）`;
  }
  const restart = () => { limit = STEP; show(); };

  verdicts.forEach((button) => button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    restart();
  }));
  search.addEventListener("input", restart);
  more.addEventListener("click", () => { limit += STEP; show(); });

  const heads = [...document.querySelectorAll("th")];
  const texts = new Intl.Collator("zh-CN", { numeric: true });
  heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => {
    const numeric = column > 1;
    const down = head.getAttribute("aria-sort") === (numeric ? "none" : "ascending");
    heads.forEach((other) => other.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = (row) => row.cells[column].dataset.v;
    const order = numeric
      ? (a, b) => (parseFloat(value(a)) || 0) - (parseFloat(value(b)) || 0)
      : (a, b) => texts.compare(value(a), value(b));
    ordered = [...rows].sort((a, b) => (down ? -1 : 1) * order(a, b));
    rows.forEach((row) => { row.hidden = true; });
    body.append(...ordered);
    restart();
  }));
  show();
})();
