// A table to choose a row from. Text is put in as text, never as markup.
function worded(made, text) {
  text.split("\x1f").forEach((part, at) => {
    if (at) made.append(document.createElement("wbr"));
    made.append(part);
  });
  return made;
}

function element(tag, attributes = {}, text = "") {
  const made = worded(document.createElement(tag), text);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function heading([name, title, unit, sorts], sorted, tell) {
  const made = element("th", { scope: "col", class: unit });
  if (sorted === name) made.setAttribute("aria-sort", "other");
  if (!sorts) return worded(made, title);
  const button = element("button", { type: "button" }, title);
  button.addEventListener("click", () => tell({ sort: name }));
  made.append(button);
  return made;
}

function cell(value, [, , unit], at, marks) {
  const [text, tone] = Array.isArray(value) ? value : [value, ""];
  const made = element(at ? "td" : "th", { class: `${unit} ${tone}`.trim() });
  if (!at) made.setAttribute("scope", "row");
  const [mark, name] = marks[tone] || [];
  if (mark) made.append(element("span", { class: "mark", role: "img", "aria-label": name }, mark));
  return worded(made, text);
}

function render({ model, el }) {
  el.classList.add("plantrack", "plantrack-grid");
  const table = element("table", { role: "grid" });
  const frame = element("div", { class: "table" });
  frame.append(table);
  el.replaceChildren(frame);
  let turn = 0;
  const rows = () => [...table.querySelectorAll("tbody tr[data-key]")];

  function tell(what) {
    turn += 1;
    model.set("picked", { turn, ...what });
    model.save_changes();
  }

  function pick(key) {
    const shown = document.getElementsByClassName(model.get("leads_to"))[0];
    if (shown) {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        setTimeout(() => shown.scrollIntoView({ block: "nearest" }), 100); // when it is whole
      });
      watch.observe(shown, { subtree: true, childList: true, attributes: true, characterData: true });
      setTimeout(() => watch.disconnect(), 5000);
    }
    model.set("chosen", key);
    tell({ row: key });
  }

  function mark_chosen() {
    const all = rows();
    const now = all.find((one) => one.dataset.key === model.get("chosen"));
    for (const one of all) {
      one.setAttribute("aria-selected", one === now);
      one.tabIndex = one === (now || all[0]) ? 0 : -1;
    }
  }

  function paint() {
    const { caption, heads, rows: given, sorted, marks, empty } = model.get("drawn");
    if (!heads) return;
    const had_focus = document.activeElement?.closest("tr")?.dataset.key;
    const had_it = table.contains(document.activeElement);
    const head = element("thead");
    const top = element("tr");
    top.append(...heads.map((one) => heading(one, sorted, tell)));
    head.append(top);
    const body = element("tbody");
    for (const [key, cells] of given) {
      const row = element("tr");
      row.dataset.key = key;
      row.append(...cells.map((value, at) => cell(value, heads[at], at, marks)));
      body.append(row);
    }
    if (!given.length) {
      const none = element("tr");
      none.append(element("td", { colspan: heads.length }, empty));
      body.append(none);
    }
    table.replaceChildren(element("caption", {}, caption), head, body);
    mark_chosen();
    if (had_it) (rows().find((one) => one.dataset.key === had_focus) || rows()[0])?.focus();
  }

  table.addEventListener("click", (event) => {
    const row = event.target.closest("tbody tr[data-key]");
    if (row) pick(row.dataset.key);
  });
  table.addEventListener("keydown", (event) => {
    const all = rows();
    const at = all.indexOf(event.target);
    if (at < 0) return;
    const last = all.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last, PageDown: at + 10, PageUp: at - 10 };
    if (event.key in to) {
      const next = all[Math.max(0, Math.min(last, to[event.key]))];
      all.forEach((one) => { one.tabIndex = one === next ? 0 : -1; });
      next.focus();
    } else if (event.key === "Enter" || event.key === " ") pick(event.target.dataset.key);
    else return;
    event.preventDefault();
    event.stopPropagation(); // JupyterLab has commands of its own on these keys
  });
  model.on("change:drawn", paint);
  model.on("change:chosen", mark_chosen);
  paint();
  return () => {
    model.off("change:drawn", paint);
    model.off("change:chosen", mark_chosen);
  };
}

export default { render };
