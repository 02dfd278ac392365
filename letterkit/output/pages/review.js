const steps = { j: 1, k: -1 };
const keys = document.getElementById("keys");
let at = -1;
document.addEventListener("keydown", (event) => {
  const step = steps[event.key];
  if (!step || !keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  const shown = [...document.querySelectorAll("#findings li")].filter((item) => item.offsetParent !== null);
  if (!shown.length) return;
  at = (at + step + shown.length + (at < 0 && step < 0 ? 1 : 0)) % shown.length;
  document.querySelectorAll(".here").forEach((item) => item.classList.remove("here"));
  const item = shown[at], link = item.querySelector("a");
  item.classList.add("here");
  item.scrollIntoView({ block: "nearest" });
  const spot = link && document.querySelector(link.getAttribute("href"));
  if (spot) { spot.scrollIntoView({ block: "center" }); spot.focus({ preventScroll: true }); }
  document.getElementById("told").textContent = `${at + 1} of ${shown.length}: ${item.textContent}`;
});
