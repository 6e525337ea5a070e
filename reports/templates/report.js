"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const notes = JSON.parse(document.getElementById("notes").textContent);
  const text = document.getElementById("text");
  const list = document.querySelector(".list");
  const card = document.querySelector(".card");
  const beside = matchMedia("(min-width: 64.01rem)");
  const motion = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const findingOf = (number) => document.getElementById("f" + number);
  const marksOf = (number) => all(`[data-f~="${number}"]`, text);

  function choose(number) {
    all(".hit, .kin", text).forEach((mark) => mark.classList.remove("hit", "kin"));
    all(".chosen", list).forEach((finding) => finding.classList.remove("chosen"));
    marksOf(number).forEach((mark) => mark.classList.add("hit"));
    all(`[data-r~="${number}"]`, text).forEach((mark) => mark.classList.add("kin"));
    const finding = findingOf(number);
    if (finding) finding.classList.add("chosen");
    return finding;
  }

  function toText(number, behavior = motion) {
    choose(number);
    const mark = marksOf(number)[0] || document.getElementById("m" + number);
    if (mark) mark.scrollIntoView({ block: "center", behavior });
  }

  function toList(number, behavior = motion) {
    const finding = choose(number);
    if (!finding) return;
    const group = finding.closest("details");
    if (group) group.open = true;
    list.scrollTo({ top: finding.offsetTop - list.clientHeight / 4, behavior });
    if (!beside.matches) list.scrollIntoView({ block: "nearest", behavior });
  }

  list.addEventListener("click", (event) => {
    const finding = event.target.closest(".finding");
    if (!finding || getSelection().toString()) return;
    event.preventDefault();
    toText(finding.id.slice(1));
    history.replaceState(null, "", "#m" + finding.id.slice(1));
  });
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-f]");
    if (mark && !getSelection().toString()) toList(mark.dataset.f.split(" ")[0]);
  });
  text.addEventListener("keydown", (event) => {
    const mark = event.target.closest("[data-f]");
    if (mark && event.key === "Enter") toList(mark.dataset.f.split(" ")[0]);
  });

  function line(tone, label, words) {
    const paragraph = document.createElement("p");
    const name = document.createElement("b");
    name.className = tone;
    name.textContent = label;
    paragraph.append(name, " " + words);
    return paragraph;
  }

  function show(mark) {
    card.replaceChildren();
    (mark.dataset.f || "").split(" ").filter(Boolean).forEach((number) => {
      const finding = findingOf(number);
      if (finding) card.append(line(finding.dataset.severity, finding.dataset.code, finding.querySelector(".said").textContent));
    });
    const note = mark.dataset.c && notes.claims[mark.dataset.c];
    if (note) {
      card.append(line(note[0], notes.states[note[0]], note[1]));
      if (note[2]) card.append(line("quiet", "", note[2]));
    }
    if (!card.childElementCount) return;
    card.hidden = false;
    const spot = mark.getClientRects()[0];
    const left = Math.max(8, Math.min(spot.left, innerWidth - card.offsetWidth - 16));
    const below = spot.bottom + 8 + card.offsetHeight < innerHeight;
    card.style.left = left + scrollX + "px";
    card.style.top = (below ? spot.bottom + 8 : spot.top - card.offsetHeight - 8) + scrollY + "px";
  }
  const hide = () => { card.hidden = true; };
  const over = (event) => { const mark = event.target.closest("mark"); if (mark) show(mark); else hide(); };
  text.addEventListener("mouseover", over);
  text.addEventListener("focusin", over);
  text.addEventListener("mouseleave", hide);
  text.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  const buttons = all("button[data-severity]");
  const category = document.querySelector("select[name=category]");
  const nothing = document.querySelector(".none");
  function filter() {
    const wanted = buttons.filter((button) => button.getAttribute("aria-pressed") === "true").map((button) => button.dataset.severity);
    let shown = 0;
    all(".finding", list).forEach((finding) => {
      finding.hidden = !wanted.includes(finding.dataset.severity) || (category.value !== "" && finding.dataset.category !== category.value);
      shown += finding.hidden ? 0 : 1;
    });
    all("details", list).forEach((group) => { group.hidden = !group.querySelector(".finding:not([hidden])"); });
    nothing.hidden = shown > 0;
  }
  buttons.forEach((button) => button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    filter();
  }));
  if (category) category.addEventListener("change", filter);

  function jump() {
    const found = /^#[mf](\d+)$/.exec(location.hash);
    if (!found) return;
    if (beside.matches) toList(found[1], "auto");
    toText(found[1], "auto");
    // Lines get their true height when they come near: only then is the place where it will stay.
    requestAnimationFrame(() => requestAnimationFrame(() => toText(found[1], "auto")));
  }
  addEventListener("hashchange", jump);
  jump();
})();
