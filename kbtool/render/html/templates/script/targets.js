// Open what a link points to, and on paper what is folded on a screen.

function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  const own = target.matches("tbody") && target.querySelector("details");
  if (own) own.open = true;
  for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  target.scrollIntoView();
}

const folded = () => document.querySelectorAll("[data-print]:not([open])");
window.addEventListener("hashchange", openTarget);
window.addEventListener("beforeprint", () => folded().forEach((part) => { part.open = true; part.dataset.print = "opened"; }));
window.addEventListener("afterprint", () => {
  document.querySelectorAll("[data-print=opened]").forEach((part) => { part.open = false; part.dataset.print = ""; });
});
openTarget();
