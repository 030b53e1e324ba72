// Copy a gap as an issue; where the browser allows no copying, show its text, marked to be copied.

async function copyText(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.closest("details").open = true;
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}

async function copyIssue(button, output) {
  output.textContent = "";
  const copied = await copyText(document.getElementById(button.dataset.copy));
  output.textContent = copied ? "Copied" : "Not allowed here: the text is marked below, copy it from there";
}

document.querySelectorAll(".copy").forEach((part) => {
  const [button, output] = ["button", "output"].map((name) => part.querySelector(name));
  button.addEventListener("click", () => copyIssue(button, output));
  part.hidden = false;
});
