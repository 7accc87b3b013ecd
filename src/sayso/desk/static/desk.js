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

async function followRun(section) {
  const told = section.querySelector("[data-told]");
  const bar = section.querySelector("progress");
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  for (;;) {
    await pause(400);
    const answer = await fetch(`${section.dataset.run}?as=json`);
    if (!answer.ok) { return; }
    const [run, ...stories] = await answer.json();
    const done = Math.min(run.files, run.read + run.known + run.quarantined.length);
    if (bar) { bar.value = done; }
    told.textContent = `${done} of ${run.files} read, ${run.words} words`;
    if (run.state === "done" || run.state === "failed") {
      const clean = run.state === "done" && !run.quarantined.length && stories.length === 1;
      location.replace(clean ? `/story/${encodeURIComponent(stories[0].id)}` : section.dataset.run);
      return;
    }
  }
}

document.querySelectorAll("form.drop").forEach(dropFiles);
document.querySelectorAll("[data-run]").forEach((section) => {
  if (section.dataset.state === "waiting" || section.dataset.state === "reading") { followRun(section); }
});
