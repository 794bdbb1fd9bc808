// While the text is typed: look again for quotations that nobody is named for. Without this the page shows them after each save.

const box = document.querySelector("#checks[data-look]");
const form = document.querySelector("#article_form");
let waiting = 0;
let asked = 0;

async function look() {
  const mine = ++asked;
  const typed = new FormData();
  typed.set("body", form.elements.body.value);
  typed.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  const answer = await fetch(box.dataset.look, { method: "POST", body: typed, credentials: "same-origin" }).catch(() => null);
  // An older answer that comes late says nothing about the text as it is now.
  if (!answer?.ok || mine !== asked) return;
  box.innerHTML = await answer.text();
}

if (box && form?.elements.body) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 800);
  });
}
