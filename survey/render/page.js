"use strict";
// The page works without this. It adds: search in long lists, the present place in the contents.
const wide = matchMedia("(min-width: 64rem)");
const contents = document.querySelector("nav details");
const unfold = () => { contents.open = wide.matches; };
unfold();
wide.addEventListener("change", unfold);
contents.addEventListener("click", (event) => {
  if (!wide.matches && event.target.closest("a")) contents.open = false;
});

for (const field of document.querySelectorAll("input[data-filter]")) {
  const told = field.parentElement.querySelector("output");
  const rows = [...document.querySelectorAll(`ol.${field.dataset.filter} > li, table.${field.dataset.filter} > tbody > tr`)];
  let texts = null;
  field.parentElement.hidden = false;
  field.addEventListener("input", () => {
    texts ??= rows.map((row) => row.textContent.toLowerCase());
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, at) => {
      const fits = words.every((word) => texts[at].includes(word));
      row.toggleAttribute("data-out", !fits);
      if (fits) shown += 1;
    });
    told.textContent = words.length ? `${shown} of ${rows.length} ${told.dataset.noun}` : `${rows.length} ${told.dataset.noun}`;
  });
}

const reveal = () => {
  const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  const fold = place.closest("details");
  if (fold) fold.open = true;
  const row = place.closest("[data-out]");
  if (row) row.removeAttribute("data-out");
  place.scrollIntoView();
};
addEventListener("hashchange", reveal);
document.addEventListener("click", (event) => {
  if (event.target.closest(".card a")) document.querySelector(".card:popover-open")?.hidePopover();
});

const links = new Map([...contents.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
let present = null;
const keepInSight = (link) => {
  const box = contents.parentElement, place = link.getBoundingClientRect(), frame = box.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) box.scrollTop += place.top - frame.top - frame.height / 2;
};
const watch = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting || !links.has(entry.target.id)) continue;
    present?.removeAttribute("aria-current");
    present = links.get(entry.target.id);
    present.setAttribute("aria-current", "location");
    if (wide.matches) keepInSight(present);
  }
}, { rootMargin: "0px 0px -80% 0px" });
for (const id of links.keys()) watch.observe(document.getElementById(id));
