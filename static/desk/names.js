// Fields that take several names with commas between them: the list completes the last one. Without this script it completes the first.

for (const field of document.querySelectorAll("[data-names]")) {
  const list = field.list;
  const names = [...list.options].map((option) => option.value);
  const complete = () => {
    const comma = field.value.lastIndexOf(",");
    const before = comma < 0 ? "" : `${field.value.slice(0, comma + 1)} `;
    const typed = new Set(field.value.split(",").map((name) => name.trim().toLowerCase()));
    const left = names.filter((name) => !typed.has(name.toLowerCase()));
    list.replaceChildren(...left.map((name) => Object.assign(document.createElement("option"), { value: before + name })));
  };
  field.addEventListener("input", complete);
  complete();
}
