// Open what a link points to.

function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  const details = target && target.matches("tbody, .card") && target.querySelector("details:not(.more)");
  if (details) details.open = true;
}

window.addEventListener("hashchange", openTarget);
openTarget();
