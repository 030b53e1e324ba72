// Slide along thresholds: their figures stand in the table, worked out when the page was made.

function showChoice(slider) {
  const row = document.querySelectorAll(".cuts tbody tr")[slider.value];
  const used = slider.value === slider.defaultValue;
  const name = row.cells[0].textContent.replace("in use", "(in use)");
  slider.setAttribute("aria-valuetext", name);
  const head = document.createElement("b");
  head.textContent = `${name}: `;
  slider.nextElementSibling.replaceChildren(head, row.dataset.say);
  const line = document.querySelector(".scores .tried");
  for (const side of ["x1", "x2"]) line.setAttribute(side, `${100 * row.dataset.at}%`);
  line.setAttribute("visibility", used ? "hidden" : "visible");
}

const slider = document.getElementById("try-threshold");
if (slider) {
  slider.addEventListener("input", () => showChoice(slider));
  slider.parentElement.hidden = false;
  document.querySelector(".said").hidden = true;
  showChoice(slider);
}
