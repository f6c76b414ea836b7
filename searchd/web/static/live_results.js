// Applies a filter as soon as it is chosen, and searches while the reader types: fetches the page that the form would go to
// and puts its main part in place of ours. The reader keeps their focus and place, hears the new count, and the address and
// the Back button stay right.

import { announce } from './announce.js';
import { formAddress } from './form_address.js';
import { openDetails, restoreDetails, placeOf, restorePlace } from './place.js';

const form = document.getElementById('zoeken');
const words = document.getElementById('zoek');
const typingPause = 350;   // milliseconds without a key before results are asked for
const fewestLetters = 3;   // of a search while typing: the beginning of a shorter word says little
let running = null;        // AbortController of the request under way
let timer = 0;
let shown = location.pathname + location.search;
const followers = [];      // { before, after }: what else must know that results are replaced

export function startLiveResults() {
  if (!form || !document.getElementById('uitkomst')) return;
  document.addEventListener('change', applyChoice);
  document.addEventListener('click', followLiveLink);
  window.addEventListener('popstate', showFromHistory);
  words.addEventListener('input', searchWhileTyping);
  form.addEventListener('submit', stopTyping);
}

// Calls `before` (optional) when results are about to be replaced, and `after` when the new ones are in the page.
export function whenResultsChange(follower) {
  followers.push(follower);
}

// Shows what the form asks for, in place of what the address asked for.
export function showForm() {
  show(formAddress(form, typing()), { history: 'replace' });
}

function applyChoice(event) {
  const control = event.target;
  if (control.form !== form || !control.closest('.filters, .own-region') || !control.reportValidity()) return;
  followTwin(control);
  stopTyping();
  show(formAddress(form, typing()), { history: 'push' });
}

// A value below two others has two boxes, which must agree, or it could not be unticked.
function followTwin(box) {
  if (box.type !== 'checkbox') return;
  for (const other of form.elements)
    if (other.type === 'checkbox' && other.name === box.name && other.value === box.value) other.checked = box.checked;
}

const askedFor = () => new URLSearchParams(shown.slice(shown.indexOf('?') + 1));
const showsTyping = () => askedFor().has('tijdensTypen');

// The last word may be half a word as long as the reader has not asked for what stands in the box.
function typing() {
  return showsTyping() || words.value !== (askedFor().get('zoek') ?? '') ? { tijdensTypen: 'true' } : {};
}

function searchWhileTyping() {
  stopTyping();
  if (words.value.trim().length < fewestLetters) return;
  // One step back leads to the search before the typing, not to every half word.
  timer = setTimeout(() => {
    show(formAddress(form, { tijdensTypen: 'true' }), { history: showsTyping() ? 'replace' : 'push', whileTyping: true });
  }, typingPause);
}

function stopTyping() {
  clearTimeout(timer);
}

function followLiveLink(event) {
  const link = event.target.closest('a[data-live]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  stopTyping();
  show(link.getAttribute('href'), { history: 'push', newWords: link.hasAttribute('data-words') });
}

function showFromHistory() {
  if (location.pathname + location.search !== shown) show(location.href, { history: 'keep', newWords: true });
}

// `history`: what becomes of the address: push, replace or keep. `newWords`: the box gets the words of the answer.
async function show(address, { history: step, newWords = false, whileTyping = false }) {
  running?.abort();
  const request = new AbortController();
  running = request;
  const main = document.getElementById('inhoud');
  main.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' }, signal: request.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (request.signal.aborted) return;
    if (!answer.ok || !page.getElementById('uitkomst')) return leaveFor(address, whileTyping);
    if (step === 'push') history.pushState(null, '', address);
    if (step === 'replace') history.replaceState(null, '', address);
    shown = location.pathname + location.search;
    replaceMain(main, page, { newWords });
    main.removeAttribute('aria-busy');
  } catch (fault) {
    if (fault.name !== 'AbortError') leaveFor(address, whileTyping);
  }
}

// Without filters left the answer is the opening page, and after a fault an error page: go there. Who is still typing keeps
// what they have; the button goes there.
function leaveFor(address, whileTyping) {
  if (whileTyping) document.getElementById('inhoud').removeAttribute('aria-busy');
  else location.assign(address);
}

function replaceMain(main, page, { newWords }) {
  const place = placeOf(document.activeElement);
  const open = openDetails(main);
  followers.forEach(({ before }) => before?.());
  document.title = page.title;
  main.replaceChildren(...page.getElementById('inhoud').childNodes);
  document.getElementById('meegestuurd').replaceChildren(...page.getElementById('meegestuurd').childNodes);
  document.getElementById('andere-taal').href = page.getElementById('andere-taal').href;
  document.getElementById('vanuitRegio').value = page.getElementById('vanuitRegio').value;
  // What is being typed is not undone by a filter, only by going to another search.
  if (newWords) words.value = page.getElementById('zoek').value;
  followers.forEach(({ after }) => after());
  restoreDetails(main, open);
  restorePlace(place);
  announceOutcome();
}

// An open list of suggestions tells its own count, and two voices at a time are none.
function announceOutcome() {
  if (words.getAttribute('aria-expanded') === 'true') return;
  const warning = document.querySelector('#onvolledig strong')?.textContent ?? '';
  announce(`${document.getElementById('uitkomst').textContent.trim()} ${warning}`.trim());
}
