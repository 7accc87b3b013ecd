"use strict";
// Everything works without this file; it adds dropping of files, progress and ties that follow the pointer.

function dropFiles(form) {
  const input = form.querySelector("input[type=file]");
  const told = form.querySelector(".progress");
  const stop = (event) => event.preventDefault();
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => { stop(event); form.classList.add("over"); });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    stop(event);
    form.classList.remove("over");
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", (event) => {
    if (!input.files.length) {
      stop(event);
      told.textContent = "Choose files first, or drop them here.";
      input.focus();
      return;
    }
    const number = input.files.length;
    told.textContent = number === 1 ? "Sending 1 file …" : `Sending ${number} files …`;
  });
}

// The page of a run is fetched again and again, and what has changed on it put in the place of what was.
async function followRun(section) {
  const bar = section.querySelector("progress");
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  for (;;) {
    await pause(500);
    const answer = await fetch(section.dataset.run);
    if (!answer.ok) { return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-run]");
    if (now.dataset.state === "done" || now.dataset.state === "failed") {
      location.replace(now.dataset.story ?? section.dataset.run);
      return;
    }
    bar.value = now.querySelector("progress").value;
    for (const part of ["h1", "[data-told]", "[data-found]"]) {
      const [before, after] = [section, now].map((one) => one.querySelector(part));
      if (before.innerHTML !== after.innerHTML) { before.replaceChildren(...after.childNodes); }
    }
  }
}

// A story that is still compared is asked for again, and shown when it is there.
async function awaitStory() {
  for (;;) {
    await new Promise((done) => setTimeout(done, 2000));
    const answer = await fetch(location.href);
    if (answer.status !== 202) { location.reload(); return; }
  }
}

// Words and records of an article: what the pointer or the keyboard is on shows what belongs to it.
function tieWords(text) {
  const marks = [...text.querySelectorAll("[data-records]")];
  const records = new Map([...document.querySelectorAll("[data-record]")].map((one) => [one.dataset.record, one]));
  const numbers = (mark) => mark.dataset.records.split(" ");
  const light = (wanted, on) => {
    for (const mark of marks) {
      if (numbers(mark).some((number) => wanted.includes(number))) { mark.classList.toggle("tied", on); }
    }
    for (const number of wanted) { records.get(number)?.classList.toggle("tied", on); }
  };
  const watch = (element, wanted) => {
    for (const name of ["pointerenter", "focusin"]) { element.addEventListener(name, () => light(wanted, true)); }
    for (const name of ["pointerleave", "focusout"]) { element.addEventListener(name, () => light(wanted, false)); }
  };
  for (const mark of marks) {
    watch(mark, numbers(mark));
    mark.addEventListener("click", (event) => {
      if (event.target.closest("a") || String(getSelection())) { return; }
      event.stopPropagation();
      const record = numbers(mark).map((number) => records.get(number)).find((one) => one && one.offsetParent);
      if (record) {
        record.scrollIntoView({ block: "nearest" });
        record.focus({ preventScroll: true });
      }
    });
  }
  for (const [number, record] of records) { watch(record, [number]); }
}

// Words that were cut stand in a closed part of the page: a link to them opens it.
function openTarget() {
  const name = decodeURIComponent(location.hash.slice(1));
  const closed = name && document.getElementById(name)?.closest("details:not([open])");
  if (closed) {
    closed.open = true;
    document.getElementById(name).scrollIntoView({ block: "center" });
  }
}

// The days of a story as a slider beside the field for the date.
function slideDays(form) {
  const days = form.dataset.days.split(" ");
  const field = form.querySelector("input[type=date]");
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = String(days.length - 1);
  const at = days.findLastIndex((day) => !field.value || day <= field.value);
  slider.value = String(Math.max(0, at));
  slider.setAttribute("aria-label", "As of, by the days on which articles came out");
  const tell = () => {
    field.value = days[Number(slider.value)];
    slider.setAttribute("aria-valuetext", field.value);
  };
  slider.addEventListener("input", tell);
  slider.addEventListener("change", () => form.requestSubmit());
  field.after(slider);
}

// On paper nothing can be opened: what is closed is open while the page is printed.
function openForPrint() {
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("main details:not([open])")];
    for (const one of closed) { one.open = true; }
  });
  addEventListener("afterprint", () => { for (const one of closed) { one.open = false; } });
}

document.querySelectorAll(".reading").forEach(tieWords);
openForPrint();
document.querySelectorAll("form.asof").forEach(slideDays);
if (document.querySelector("[data-awaited]")) { awaitStory(); }
openTarget();
addEventListener("hashchange", openTarget);
document.querySelectorAll("form.drop").forEach(dropFiles);
document.querySelectorAll("[data-run]").forEach((section) => {
  if (section.dataset.state === "waiting" || section.dataset.state === "reading") { followRun(section); }
});
