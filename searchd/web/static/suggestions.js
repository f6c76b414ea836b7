// Suggestions below the search box while the reader types: a combobox with a list, by the pattern of the ARIA Authoring
// Practices. The focus stays in the box; the arrow keys point at a suggestion, Enter chooses it, Escape closes the list.

import { announce } from './announce.js';
import { formAddress } from './form_address.js';
import { suggestionList } from './suggestion_list.js';

const typingPause = 120;   // milliseconds without a key before suggestions are asked for
const fewestLetters = 2;
const most = 8;
const filters = new Set(['thema', 'domein', 'regio', 'organisatie']);   // kinds that are filters of the same name

export function startSuggestions() {
  const box = document.getElementById('zoek');
  if (box?.form) new SuggestionBox(box);
}

class SuggestionBox {
  constructor(box) {
    this.box = box;
    this.list = suggestionList(box);
    // No other page of ours may stand in a frame, and a filter could not be taken away again there.
    this.isInFrame = document.body.classList.contains('framed');
    this.pointed = -1;     // place of the suggestion that the arrow keys point at
    this.timer = 0;
    this.request = null;   // AbortController of the request under way
    box.autocomplete = 'off';   // two lists would cover each other
    box.addEventListener('input', () => this.askSoon());
    box.addEventListener('keydown', (event) => this.key(event));
    box.addEventListener('blur', () => this.close());
    box.form.addEventListener('submit', () => this.close());
    this.list.element.addEventListener('mousedown', (event) => event.preventDefault());   // the focus stays in the box
    this.list.element.addEventListener('click', (event) => this.choose(this.list.placeOf(event.target)));
  }

  get isOpen() { return !this.list.element.hidden; }

  askSoon() {
    clearTimeout(this.timer);
    this.request?.abort();
    if (this.box.value.trim().length < fewestLetters) return this.close();
    this.timer = setTimeout(() => this.ask(), typingPause);
  }

  async ask() {
    this.request = new AbortController();
    const { signal } = this.request;
    try {
      const query = new URLSearchParams({ zoek: this.box.value, aantal: most });
      const headers = { 'Accept-Language': document.documentElement.lang };
      const answer = await fetch(`/v1/suggesties?${query}`, { headers, signal });
      const groups = answer.ok ? (await answer.json()).groepen : [];
      if (!signal.aborted && document.activeElement === this.box) this.show(groups);
    } catch (fault) {
      if (fault.name !== 'AbortError') this.close();   // searching goes on without suggestions
    }
  }

  show(groups) {
    const count = this.list.fill(groups);
    if (count === 0) return this.close();
    this.pointAt(-1);
    this.list.element.hidden = false;
    this.box.setAttribute('aria-expanded', 'true');
    announce(count === 1 ? this.box.dataset.one : this.box.dataset.several.replace('{}', count));
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.list.element.hidden = true;
    this.pointAt(-1);
    this.box.setAttribute('aria-expanded', 'false');
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.arrow(event);
    else if (!this.isOpen) return;
    else if (event.key === 'Escape') this.take(event, () => this.close());
    else if (event.key === 'Enter' && this.pointed >= 0) this.take(event, () => this.choose(this.pointed));
  }

  take(event, act) {
    event.preventDefault();
    act();
  }

  // Past either end comes the box itself: then Enter asks for what was typed.
  arrow(event) {
    event.preventDefault();
    if (!this.isOpen) return event.key === 'ArrowDown' && this.askSoon();
    const places = this.list.options.length + 1;
    const step = event.key === 'ArrowDown' ? 1 : -1;
    this.pointAt((this.pointed + 1 + step + places) % places - 1);
  }

  pointAt(place) {
    this.list.options.forEach((option, i) => option.setAttribute('aria-selected', String(i === place)));
    this.pointed = place;
    const option = this.list.options[place];
    if (!option) return this.box.removeAttribute('aria-activedescendant');
    this.box.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  choose(place) {
    const chosen = this.list.suggestions[place];
    if (!chosen) return;
    this.close();
    if (chosen.soort === 'titel') return window.open(this.addressOf(chosen.id), this.isInFrame ? '_top' : '_self');
    if (filters.has(chosen.soort) && !this.isInFrame) return location.assign(this.addressWith(chosen));
    this.box.value = chosen.tekst;
    this.box.form.requestSubmit();
  }

  // Of a product, with the list of results, if there is one, to come back to.
  addressOf(id) {
    const list = document.getElementById('uitkomst') ? location.search : '';
    return new URL(`kennisproducten/${encodeURIComponent(id)}${list}`, this.box.form.action).href;
  }

  // The words led to the filter and are no part of the search any more; what was ticked before stays.
  addressWith({ soort, code }) {
    const ticked = new FormData(this.box.form).getAll(soort);
    const address = formAddress(this.box.form, { zoek: '' });
    if (ticked.includes(code)) return address;
    return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ [soort]: code })}`;
  }
}
