"use strict";
// Sorting and filtering of tables; the page is complete without it.

// Rows that are folded away join the others: whoever sorts or filters means them all.
function unfold(table) {
  const rest = table.nextElementSibling;
  if (!rest?.matches("details.rest")) return;
  table.append(...rest.querySelector("table").tBodies);
  rest.remove();
}

function sortTable(table, header, column) {
  unfold(table);
  const descending = header.getAttribute("aria-sort") !== "descending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const value = (body) => body.rows[0].cells[column].dataset.value;
  const compare = (a, b) => (isNaN(a) || isNaN(b) ? (a < b ? -1 : a > b ? 1 : 0) : a - b);
  const bodies = [...table.tBodies].sort((a, b) => compare(value(a), value(b)));
  table.append(...(descending ? bodies.reverse() : bodies));
}

function makeSortable(table) {
  [...table.tHead.rows[0].cells].forEach((header, column) => {
    if (!("sort" in header.dataset)) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => sortTable(table, header, column));
  });
}

// Parts of a row that are searched: texts of customers and articles, ids and verdicts. Words of the
// page itself ("Cost a month", "As an issue") stand in every row and would find them all.
const SEARCHED = [
  ".main bdi, .badge, .band, .confidence, .status, .stand bdi, .nearest bdi",
  ".quotes bdi, .themes bdi, .words bdi, .where bdi, blockquote, .small bdi",
  ".severity, .findings bdi, .findings code",
].join();

function findText(body) {
  return [...body.querySelectorAll(SEARCHED)].map((part) => part.textContent.toLowerCase()).join("\n");
}

function makeFilter(tools) {
  const texts = new WeakMap();
  const table = document.getElementById(tools.dataset.for);
  const [input, output] = ["input", "output"].map((name) => tools.querySelector(name));
  const selects = [...tools.querySelectorAll("select")];
  const holds = (body, select) => !select.value || body.dataset[select.dataset.key].split(" ").includes(select.value);
  const apply = () => {
    const words = input.value.toLowerCase().split(/\s+/);
    unfold(table);
    const bodies = [...table.tBodies];
    let shown = 0;
    for (const body of bodies) {
      if (!texts.has(body)) texts.set(body, findText(body));
      const text = texts.get(body);
      body.hidden = !(selects.every((select) => holds(body, select)) && words.every((word) => text.includes(word)));
      shown += body.hidden ? 0 : 1;
    }
    output.textContent = shown < bodies.length ? `${shown} of ${bodies.length} shown` : "";
  };
  tools.addEventListener("input", apply);
  tools.hidden = false;
}

document.querySelectorAll("table.sortable").forEach(makeSortable);
document.querySelectorAll(".tools").forEach(makeFilter);
