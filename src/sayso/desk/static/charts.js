// Charts that answer to the pointer, in place of their pictures, which stay where this cannot be done.

const phone = matchMedia("(max-width: 46rem)");
let vega;

function drawing() {
  vega ??= import("/static/vega.js").then(() => window.vegaEmbed);
  return vega;
}

async function enliven(figure) {
  const answer = await fetch(`${figure.dataset.chart}&width=${phone.matches ? "narrow" : "wide"}`);
  if (!answer.ok) { return; }
  const picture = figure.querySelector("picture");
  const place = document.createElement("div");
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", picture.querySelector("img").alt);
  // No eval and no style of its own: the desk's policy allows neither.
  const embed = await drawing();
  await embed(place, await answer.json(), {
    actions: false,
    ast: true,
    defaultStyle: false,
    renderer: "svg",
    tooltip: { disableDefaultStyle: true },
  });
  picture.replaceWith(place);
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      seen.unobserve(entry.target);
      enliven(entry.target);
    }
  }
});
document.querySelectorAll("[data-chart]").forEach((figure) => seen.observe(figure));
