// Where the reader is in the page, so that new content can be put in without taking that away.

// The ids of the <details> in `root` that are open, and of those that are closed.
export function openDetails(root) {
  return new Map([...root.querySelectorAll('details[id]')].map((details) => [details.id, details.open]));
}

export function restoreDetails(root, open) {
  for (const details of root.querySelectorAll('details[id]'))
    if (open.has(details.id)) details.open = open.get(details.id);
}

// The element with the focus and its height in the window.
export function placeOf(element) {
  if (!element || element === document.body) return null;
  const summaryOf = element.localName === 'summary' ? element.parentElement.id : '';
  return { id: element.id, summaryOf, top: element.getBoundingClientRect().top };
}

// Back to the same element at the same height; when it is gone (a removed filter), to the heading with the new count.
export function restorePlace(place) {
  if (!place) return;
  const same = place.summaryOf
    ? document.getElementById(place.summaryOf)?.querySelector('summary')
    : document.getElementById(place.id);
  if (!same) return document.getElementById('uitkomst').focus();
  same.focus({ preventScroll: true });
  window.scrollBy({ top: same.getBoundingClientRect().top - place.top, behavior: 'instant' });
}
