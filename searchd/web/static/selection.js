// Results that the reader puts aside to download together. The browser remembers them as long as this tab is open, so that one can
// gather from several searches.

import { announce } from './announce.js';
import { whenResultsChange } from './live_results.js';

const memory = 'schakel.bewaard';
const most = 200;   // more do not fit in an address

export function startSelection() {
  document.addEventListener('change', ({ target }) => { if (target.closest('.pick')) choose(target); });
  document.addEventListener('click', ({ target }) => { if (target.closest('.clear-selection')) clear(); });
  window.addEventListener('pageshow', show);
  whenResultsChange({ after: show });
  keep([...new Set([...chosen(), ...tickedEarly()])].slice(0, most));
  show();
}

// A quick reader ticks before this script runs.
const tickedEarly = () => boxes().filter((box) => box.checked).map((box) => box.value);

const boxes = () => [...document.querySelectorAll('.pick input')];

function choose(box) {
  const ids = chosen().filter((id) => id !== box.value);
  const isFull = box.checked && ids.length >= most;
  if (box.checked && !isFull) ids.push(box.value);
  keep(ids);
  show();
  announce(isFull ? document.getElementById('selectie').dataset.full : countText(ids.length));
}

function clear() {
  keep([]);
  show();
  announce(countText(0));
  document.getElementById('resultaten').focus();
}

function countText(count) {
  const { one, several } = document.getElementById('selectie').dataset;
  return count === 1 ? one : several.replace('{}', count);
}

// Those of other pages go along unseen: the count tells that they are there.
function show() {
  const form = document.getElementById('selectie');
  if (!form) return;
  const ids = chosen();
  for (const box of boxes()) box.checked = ids.includes(box.value);
  const here = new Set(boxes().map((box) => box.value));
  form.querySelectorAll('input[type="hidden"]').forEach((field) => field.remove());
  form.append(...ids.filter((id) => !here.has(id)).map(hiddenField));
  form.classList.toggle('any', ids.length > 0);
  form.querySelector('.selection-count').textContent = countText(ids.length);
  form.querySelector('.clear-selection').hidden = false;
}

function hiddenField(id) {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name: 'id', value: id });
  return field;
}

// A browser may refuse to remember anything; then the choice lasts as long as the page.
let lastChoice = [];

function chosen() {
  try {
    return JSON.parse(sessionStorage.getItem(memory) ?? '[]');
  } catch {
    return lastChoice;
  }
}

function keep(ids) {
  lastChoice = ids;
  try {
    sessionStorage.setItem(memory, JSON.stringify(ids));
  } catch {
    return;
  }
}
