"use strict";
(() => {
  const body = document.querySelector("tbody");
  const rows = [...body.rows];
  const search = document.querySelector("input[type=search]");
  const verdicts = [...document.querySelectorAll("button[data-verdict]")];
  const shown = document.getElementById("shown");
  const words = rows.map((row) => row.cells[1].textContent.toLowerCase());

  function filter() {
    const wanted = verdicts.filter((button) => button.getAttribute("aria-pressed") === "true").map((button) => button.dataset.verdict);
    const asked = search.value.trim().toLowerCase();
    let count = 0;
    rows.forEach((row, index) => {
      row.hidden = !wanted.includes(row.dataset.verdict) || !words[index].includes(asked);
      count += row.hidden ? 0 : 1;
    });
    shown.textContent = count === rows.length ? "" : `显示 ${count} / ${rows.length} 个`;
  }
  verdicts.forEach((button) => button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    filter();
  }));
  search.addEventListener("input", filter);

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
    const sorted = [...rows].sort((a, b) => (down ? -1 : 1) * order(a, b));
    body.append(...sorted);
  }));
})();
