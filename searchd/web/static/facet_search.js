// A box in a long filter that finds values by their name, with their counts. What it finds are boxes of the same form.

import { announce } from './announce.js';
import { formQuery } from './form_address.js';
import { whenResultsChange } from './live_results.js';

const typingPause = 200;   // milliseconds without a key before values are asked for
const fewestLetters = 2;
const most = 10;
const irrelevant = { sorteer: '', perPagina: '', vanuitRegio: '', lijktOp: '' };   // changes no count, or means something else there

const form = document.getElementById('zoeken');
const timers = new Map();    // by id of the place
const requests = new Map();  // AbortController of the request under way, by id of the place

export function startFacetSearch() {
  if (!form) return;
  document.addEventListener('input', ({ target }) => {
    const place = target.type === 'search' && target.closest('.facet-search');
    if (place) askSoon(place);
  });
  let kept = [];
  whenResultsChange({
    before: () => { kept = placesInUse(); },
    after: () => { kept.forEach(putBack); },
  });
}

const boxOf = (place) => place.querySelector('input[type="search"]');
const placesInUse = () => [...document.querySelectorAll('.facet-search')].filter((place) => boxOf(place).value !== '');

// The reader keeps what they typed and found; the counts are those of the new results.
function putBack(place) {
  const fresh = document.getElementById(place.id);
  if (!fresh) return;
  fresh.replaceWith(place);
  ask(place, { aloud: false });
}

function askSoon(place) {
  clearTimeout(timers.get(place.id));
  timers.set(place.id, setTimeout(() => ask(place, { aloud: true }), typingPause));
}

async function ask(place, { aloud }) {
  requests.get(place.id)?.abort();
  const text = boxOf(place).value.trim();
  if (text.length < fewestLetters) return show(place, null, false);
  const request = new AbortController();
  requests.set(place.id, request);
  const query = formQuery(form, { ...irrelevant, bevat: text, perPagina: String(most) });
  const headers = { 'Accept-Language': document.documentElement.lang };
  try {
    const answer = await fetch(`/v1/facetten/${place.dataset.facet}?${query}`, { headers, signal: request.signal });
    show(place, answer.ok ? (await answer.json()).waarden : null, aloud);
  } catch (fault) {
    if (fault.name !== 'AbortError') show(place, null, false);   // the list below is still there
  }
}

// `values` is null when there is nothing to show for what is typed.
function show(place, values, aloud) {
  const list = place.querySelector('.found');
  const none = place.querySelector('.none');
  const focused = list.contains(document.activeElement) ? document.activeElement.id : '';
  list.replaceChildren(...(values ?? []).map((value) => itemOf(value, place)));
  if (focused) (document.getElementById(focused) ?? boxOf(place)).focus({ preventScroll: true });
  list.hidden = !values?.length;
  none.hidden = values === null || values.length > 0;
  none.textContent = none.hidden ? '' : place.dataset.none;
  if (aloud && values) announce(values.length ? `${values.length} ${place.dataset.found}` : place.dataset.none);
}

function itemOf({ code, label, aantal, status, ouders, gevondenOp }, place) {
  const box = made('input', {
    type: 'checkbox', id: `gevonden-${place.dataset.facet}-${code}`, name: place.dataset.facet, value: code, form: form.id,
  });
  box.checked = status === 'gekozen';
  const name = made('span', { class: 'value-label' }, label.charAt(0).toUpperCase() + label.slice(1));
  const note = [ouders.at(-1)?.label, gevondenOp].filter(Boolean).join('; ');
  if (note) name.append(made('span', { class: 'found-on' }, note));
  const count = made('span', { class: 'count' }, aantal.toLocaleString(document.documentElement.lang));
  count.append(made('span', { class: 'read-aloud' }, ` ${place.dataset.results}`));
  const whole = made('label', { class: 'value-box', for: box.id });
  whole.append(box, name, ' ', count);
  const item = made('li', { class: 'value' });
  item.append(whole);
  return item;
}

function made(name, attributes, text = '') {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.textContent = text;
  return element;
}
