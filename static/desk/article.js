// The page of one article (and of a picture): fields that grow, rows that are added and moved, the basis that fits
// the answer to "whose?", the moment shown in the matrix, and a warning before typed text is left behind.

const form = document.querySelector("#article_form, .picture-form");

// Fields of one line grow with their text where the browser does not do it by itself.
function grow(field) {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}
if (!CSS.supports("field-sizing", "content")) {
  for (const field of document.querySelectorAll("textarea.grows")) {
    field.addEventListener("input", () => grow(field));
    grow(field);
  }
}

// The editable area gets a name: the field that it stands for, and that field's label, are hidden.
function nameEditor(editor) {
  const area = editor.querySelector(".tiptap");
  const field = editor.querySelector("textarea");
  if (!area || !field) return;
  area.setAttribute("role", "textbox");
  area.setAttribute("aria-multiline", "true");
  area.setAttribute("aria-labelledby", `${field.id}_label`);
}
for (const editor of document.querySelectorAll(".prose-editor")) nameEditor(editor);
document.addEventListener("prose-editor:ready", (event) => nameEditor(event.target.closest(".prose-editor")));

// Rows: one empty row at the end, and two buttons on each to change the order.
function fieldsOf(row) {
  return [...row.querySelectorAll("input:not([type=hidden]), select, textarea")];
}
function isEmpty(row) {
  const first = row.querySelector("input:not([type=hidden])");
  return !first || first.value.trim() === "";
}
function renumber(row, from, to) {
  for (const element of row.querySelectorAll("[name], [id], [for], [aria-describedby]")) {
    for (const name of ["name", "id", "for", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replaceAll(`-${from}-`, `-${to}-`));
    }
  }
}
function addRow(list, total) {
  const last = list.lastElementChild;
  const fresh = last.cloneNode(true);
  renumber(fresh, list.children.length - 1, list.children.length);
  for (const field of fieldsOf(fresh)) if (field.tagName !== "SELECT") field.value = "";
  for (const gone of fresh.querySelectorAll(".errorlist, img, .row-order")) gone.remove();
  list.append(fresh);
  total.value = list.children.length;
  addOrder(list, fresh);
}
function swap(list, row, step) {
  const other = list.children[[...list.children].indexOf(row) + step];
  if (!other || isEmpty(row) || isEmpty(other)) return;
  // The names of the fields stay in place, so that the order of the rows is the order that is sent.
  fieldsOf(row).forEach((field, place) => {
    const twin = fieldsOf(other)[place];
    if (twin) [field.value, twin.value] = [twin.value, field.value];
  });
  const [mine, its] = [row, other].map((one) => one.querySelector("img.sheet-thumb"));
  if (mine && its) [mine.src, its.src] = [its.src, mine.src];
  other.querySelector(`.row-order button[value="${step}"]`)?.focus();
  form.dispatchEvent(new Event("input"));
}
function addOrder(list, row) {
  const box = document.createElement("div");
  box.className = "row-order";
  for (const [step, sign, name] of [[-1, "↑", "Move up"], [1, "↓", "Move down"]]) {
    const button = Object.assign(document.createElement("button"), { type: "button", value: String(step), textContent: sign });
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => swap(list, row, step));
    box.append(button);
  }
  row.prepend(box);
}
for (const list of document.querySelectorAll("[data-rows]")) {
  const total = document.querySelector(`[name="${list.dataset.rows}-TOTAL_FORMS"]`);
  for (const row of list.children) addOrder(list, row);
  list.addEventListener("input", () => { if (!isEmpty(list.lastElementChild)) addRow(list, total); });
}

// Bases: which are open depends on whose text it is. The server says why not for each answer; it asks again when saving.
function openBases() {
  const whose = document.querySelector("[name=rights-whose]:checked")?.value ?? "";
  for (const choice of document.querySelectorAll("[data-basis]")) {
    const why = choice.getAttribute(`data-why-${whose}`) ?? "";
    const input = choice.querySelector("input");
    const hint = choice.querySelector("[data-hint]");
    input.disabled = why !== "" && !input.checked;
    choice.classList.toggle("is-closed", why !== "");
    hint.textContent = why || hint.dataset.hint;
  }
}
function showForBasis() {
  const basis = document.querySelector("[name=rights-basis]:checked, select[name=rights-basis]")?.value ?? "";
  for (const part of document.querySelectorAll("[data-for-basis]")) {
    part.hidden = !part.dataset.forBasis.split(" ").includes(basis) && !part.querySelector(".errorlist");
  }
}
for (const input of document.querySelectorAll("[name=rights-whose]")) input.addEventListener("change", openBases);
for (const input of document.querySelectorAll("[name=rights-basis]")) input.addEventListener("change", showForBasis);
showForBasis();

// The kept copy opens at its small print.
const print = document.querySelector(".terms-text");
const firstMark = print?.querySelector("mark");
if (firstMark) document.fonts.ready.then(() => { print.scrollTop += firstMark.getBoundingClientRect().top - print.getBoundingClientRect().top - 24; });

// The matrix shows one moment at a time, chosen by the slider.
const slider = document.querySelector("#matrix-moment");
function showMoment() {
  const chosen = slider.value;
  const section = slider.closest("section");
  for (const cell of section.querySelectorAll("[data-moment]")) cell.hidden = cell.dataset.moment !== chosen;
  const said = section.querySelector(`th[data-moment="${chosen}"]`).textContent;
  section.querySelector("output").textContent = said;
  slider.setAttribute("aria-valuetext", said);
}
if (slider) {
  slider.closest(".sheet-slider").hidden = false;
  slider.addEventListener("input", showMoment);
  showMoment();
}

// A jump into a closed part opens it.
function openTarget() {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
  if (target?.matches("input, select, textarea")) target.focus();
  if (target?.id === "text") target.querySelector(".tiptap")?.focus();
}
window.addEventListener("hashchange", openTarget);
openTarget();

// Unsaved words: said in the bar, and asked about before the page is left.
let isUnsaved = form?.dataset.unsaved === "yes";
function markUnsaved() {
  isUnsaved = true;
  const note = document.querySelector(".sheet-unsaved");
  if (note) note.hidden = false;
}
if (form?.id === "article_form") {
  if (isUnsaved) markUnsaved();
  form.addEventListener("input", markUnsaved);
  form.addEventListener("submit", () => { isUnsaved = false; });
  window.addEventListener("beforeunload", (event) => { if (isUnsaved) event.preventDefault(); });
}
document.querySelector(".desk-refused[role=alert]")?.focus();
