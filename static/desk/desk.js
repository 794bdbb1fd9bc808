// Every page of the desk: mends what Django's own pages leave unnamed, and closes an open menu when it is left.

/** Names for controls that Django leaves without one. */
function nameControls(root) {
  for (const field of root.querySelectorAll(".select2-search__field:not([aria-label])")) field.setAttribute("aria-label", "Search");
  for (const head of root.querySelectorAll("th:empty")) head.replaceWith(Object.assign(document.createElement("td"), { className: head.className }));
  for (const box of root.querySelectorAll(".results, .inline-group")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

function closeMenus(event) {
  for (const menu of document.querySelectorAll(".desk-head details[open]")) {
    if (event.type === "keydown" ? event.key === "Escape" : !menu.contains(event.target)) menu.open = false;
  }
}

nameControls(document);
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) if (node.querySelectorAll) nameControls(node);
}).observe(document.body, { childList: true, subtree: true });
document.addEventListener("click", closeMenus);
document.addEventListener("keydown", closeMenus);
