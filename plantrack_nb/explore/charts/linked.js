// Bundled with Vega by vl-convert, which brings vegaEmbed: nothing is fetched.
// The chart is embedded once; a change of what is drawn only changes its data.
async function render({ model, el }) {
  const spec = structuredClone(model.get("spec"));
  const { view, finalize } = await vegaEmbed(el, spec, structuredClone(model.get("embed_options")));
  let drawing = false;
  let stale = false;

  async function draw() {
    stale = true;
    if (drawing) return; // the loop below takes it up
    drawing = true;
    while (stale) {
      stale = false;
      const { data, words } = structuredClone(model.get("drawn"));
      for (const [name, rows] of Object.entries(data)) view.data(name, rows);
      for (const [name, text] of Object.entries(words)) view.signal(name, text);
      view.data("pick_store", []); // what was clicked before is chosen no longer
      await view.resize().runAsync(); // labels of another width want other margins
    }
    drawing = false;
  }

  view.addSignalListener("pick", (_, value) => {
    if (drawing) return;
    const store = view.data("pick_store");
    model.set("_vl_selections", JSON.parse(JSON.stringify({ pick: { value, store } })));
    model.save_changes();
  });
  model.on("change:drawn", draw);
  await draw();
  return () => {
    model.off("change:drawn", draw);
    finalize();
  };
}

export default { render };
