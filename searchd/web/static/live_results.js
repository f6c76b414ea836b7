// Applies a filter as soon as it is chosen: fetches the page that the form would go to and puts its main part in place of
// ours. The reader keeps their focus and place, hears the new count, and the address and the Back button stay right.

import { openDetails, restoreDetails, placeOf, restorePlace } from './place.js';

const form = document.getElementById('zoeken');
let running = null;   // AbortController of the request under way
let shown = location.pathname + location.search;

export function startLiveResults() {
  if (!form || !document.getElementById('uitkomst')) return;
  document.addEventListener('change', applyFilter);
  document.addEventListener('click', followLiveLink);
  window.addEventListener('popstate', showFromHistory);
}

function applyFilter(event) {
  const control = event.target;
  if (control.form !== form || !control.closest('.filters') || !control.reportValidity()) return;
  followTwin(control);
  show(formAddress(), { remember: true });
}

// A value below two others has two boxes, which must agree, or it could not be unticked.
function followTwin(box) {
  if (box.type !== 'checkbox') return;
  for (const other of form.elements)
    if (other.type === 'checkbox' && other.name === box.name && other.value === box.value) other.checked = box.checked;
}

// As the server writes addresses: without what is empty or has its default, so that a state of the page has one address.
function formAddress() {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value === '' || value === form.elements[name].dataset?.default || query.getAll(name).includes(value)) continue;
    query.append(name, value);
  }
  const text = query.toString();
  return text ? `/?${text}` : '/';
}

function followLiveLink(event) {
  const link = event.target.closest('a[data-live]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  show(link.getAttribute('href'), { remember: true });
}

function showFromHistory() {
  if (location.pathname + location.search !== shown) show(location.href, { remember: false });
}

async function show(address, { remember }) {
  running?.abort();
  const request = new AbortController();
  running = request;
  const main = document.getElementById('inhoud');
  main.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' }, signal: request.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (request.signal.aborted) return;
    // Without filters left the answer is the opening page, and after a fault an error page: go there.
    if (!answer.ok || !page.getElementById('uitkomst')) return location.assign(address);
    if (remember) history.pushState(null, '', address);
    shown = location.pathname + location.search;
    replaceMain(main, page, { keepWords: remember });
    main.removeAttribute('aria-busy');
  } catch (fault) {
    if (fault.name !== 'AbortError') location.assign(address);
  }
}

function replaceMain(main, page, { keepWords }) {
  const place = placeOf(document.activeElement);
  const open = openDetails(main);
  document.title = page.title;
  main.replaceChildren(...page.getElementById('inhoud').childNodes);
  document.getElementById('meegestuurd').replaceChildren(...page.getElementById('meegestuurd').childNodes);
  // What is being typed is not undone by a filter, only by going back to another search.
  if (!keepWords) document.getElementById('zoek').value = page.getElementById('zoek').value;
  restoreDetails(main, open);
  restorePlace(place);
  announce(document.getElementById('uitkomst').textContent.trim());
}

// Emptied first: the same count twice is news too.
function announce(text) {
  const status = document.getElementById('melding');
  status.textContent = '';
  setTimeout(() => { status.textContent = text; }, 100);
}
