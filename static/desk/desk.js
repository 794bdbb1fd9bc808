// Every page of the desk: mends what Django's own pages leave unnamed, and closes an open menu when it is left.

/** Names for controls that Django leaves without one. */
function nameControls(root) {
  for (const field of root.querySelectorAll(".select2-search__field:not([aria-label])")) field.setAttribute("aria-label", "Search");
  for (const head of root.querySelectorAll("th:empty")) head.replaceWith(Object.assign(document.createElement("td"), { className: head.className }));
  for (const link of root.querySelectorAll("#changelist-filter li a")) if (!link.textContent.trim()) link.textContent = "none";
  for (const field of root.querySelectorAll("p.datetime input:not([aria-label])")) {
    const of = field.closest(".form-row")?.querySelector("label, legend")?.textContent.replace(/:\s*$/, "").trim();
    if (of) field.setAttribute("aria-label", `${of}, ${field.name.endsWith("_1") ? "time" : "date"}`);
  }
  for (const box of root.querySelectorAll(".results, .inline-group")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

/** On a phone each value of a list stands under no head: it carries its own. */
function headRows(table) {
  const heads = [...table.querySelectorAll("thead tr > *")].map((head) => (head.querySelector(".text") ?? head).textContent.trim());
  for (const row of table.tBodies[0]?.rows ?? []) {
    [...row.cells].forEach((cell, place) => { if (cell.tagName === "TD" && heads[place]) cell.dataset.head = heads[place]; });
  }
}

function closeMenus(event) {
  for (const menu of document.querySelectorAll(".desk-head details[open]")) {
    if (event.type === "keydown" ? event.key === "Escape" : !menu.contains(event.target)) menu.open = false;
  }
}

nameControls(document);
for (const table of document.querySelectorAll("#result_list")) headRows(table);
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) if (node.querySelectorAll) nameControls(node);
}).observe(document.body, { childList: true, subtree: true });
// A phone that is turned: what fitted before may scroll now.
window.addEventListener("resize", () => nameControls(document));
document.addEventListener("click", closeMenus);
document.addEventListener("keydown", closeMenus);
