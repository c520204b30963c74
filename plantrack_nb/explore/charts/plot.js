// Makes elements of shapes that Python has placed. Text is put in as text, never as markup.
const SVG = "http://www.w3.org/2000/svg";

function worded(tag, text, look = "") {
  const made = document.createElement(tag);
  made.className = look;
  text.split("\x1f").forEach((part, at) => {
    if (at) made.append(document.createElement("wbr"));
    made.append(part);
  });
  return made;
}

function shape(one) {
  const made = document.createElementNS(SVG, one.tag);
  for (const [name, value] of Object.entries(one.at)) made.setAttribute(name, value);
  if (one.anchor) made.setAttribute("text-anchor", one.anchor);
  if (one.words) made.textContent = one.words;
  made.setAttribute("class", `look-${one.look}${one.key === undefined ? "" : " chosen-by-key"}`);
  if (one.key === undefined) return made;
  made.dataset.key = one.key;
  made.setAttribute("role", "button");
  made.setAttribute("aria-label", one.said);
  made.setAttribute("aria-roledescription", one.tag === "rect" ? "bar" : "point");
  const tip = document.createElementNS(SVG, "title");
  tip.textContent = one.said;
  made.append(tip);
  return made;
}

function render({ model, el }) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("role", "group");
  const head = document.createElement("div");
  const legend = document.createElement("div");
  legend.className = "legend";
  el.classList.add("plantrack", "plantrack-plot");
  el.replaceChildren(head, svg, legend);
  let turn = 0;

  const marks = () => [...svg.querySelectorAll("[data-key]")];

  function mark_chosen() {
    const key = model.get("chosen");
    svg.classList.toggle("has-choice", key !== "");
    for (const one of marks()) {
      one.classList.toggle("chosen", one.dataset.key === key);
      one.setAttribute("aria-pressed", one.dataset.key === key);
    }
  }

  function paint() {
    const drawn = model.get("drawn");
    if (!drawn.shapes) return;
    const had_focus = svg.contains(document.activeElement) && document.activeElement.dataset.key;
    head.replaceChildren(worded("b", drawn.title), worded("div", drawn.note, "note"));
    svg.setAttribute("aria-label", drawn.title.replaceAll("\x1f", ""));
    svg.setAttribute("width", drawn.width);
    svg.setAttribute("height", drawn.shapes.length ? drawn.height : 0);
    svg.replaceChildren(...drawn.shapes.map(shape));
    legend.replaceChildren(...drawn.legend.map(([look, name]) => {
      const item = worded("span", name);
      item.prepend(Object.assign(document.createElement("i"), { className: `look-${look}` }));
      return item;
    }));
    mark_chosen();
    const all = marks();
    all.forEach((one) => one.setAttribute("tabindex", -1));
    const first = all.find((one) => one.dataset.key === (had_focus || model.get("chosen"))) || all[0];
    first?.setAttribute("tabindex", 0);
    if (had_focus) first?.focus({ preventScroll: true });
  }

  function pick(key) {
    const chosen = key === model.get("chosen") ? "" : key;
    turn += 1;
    model.set("chosen", chosen);
    model.set("picked", { turn, key: chosen });
    model.save_changes();
  }

  svg.addEventListener("click", (event) => pick(event.target.closest("[data-key]")?.dataset.key ?? ""));
  svg.addEventListener("keydown", (event) => {
    const all = marks();
    const at = all.indexOf(event.target);
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (event.key in steps) {
      const next = all[(at + steps[event.key] + all.length) % all.length];
      all.forEach((one) => one.setAttribute("tabindex", one === next ? 0 : -1));
      next?.focus();
    } else if (event.key === "Enter" || event.key === " ") pick(event.target.dataset.key);
    else if (event.key === "Escape") pick("");
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
