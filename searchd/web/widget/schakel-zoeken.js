// <schakel-zoeken>: the search box of a Schakel installation on any website, with its first results. One module, nothing else is
// fetched but answers of the API. How to use it: /op-uw-website of the installation; how it is made: searchd/embedding/README.md.

const home = new URL('..', import.meta.url).href;   // of the installation that this module comes from
const filterNames = ['thema', 'regio', 'type', 'domein', 'vanuit-regio'];
const usualCount = 5;
const mostResults = 50;
const typingPause = 150;      // milliseconds without a key before suggestions are asked for
const patience = 400;         // milliseconds before a reader is told that the search is under way
const fewestLetters = 2;
const mostSuggestions = 8;
const mostMakers = 3;
const withEveryWord = new Set(['al uw woorden', 'all of your words']);   // what the API says it searched with, mostly
const asFilter = new Set(['thema', 'domein', 'regio', 'organisatie']);   // suggestions that are a filter of the same name

const texts = {
  nl: {
    label: 'Waar zoekt u naar?', search: 'Zoeken', searching: 'Bezig met zoeken …', results: 'Zoekresultaten',
    count: (number, one) => (one ? '1 kennisproduct' : `${number} kennisproducten`), none: 'Niets gevonden',
    for: (words) => ` voor ‘${words}’`, all: (number) => `Alle ${number} resultaten bekijken`, open: 'Naar de zoekpagina',
    meant: 'Bedoelde u', advice: 'Kijk of de woorden goed gespeld zijn, of gebruik minder woorden.',
    mayHelp: (one) => (one ? 'Deze organisatie kan u misschien verder helpen:' : 'Deze organisaties kunnen u misschien verder helpen:'),
    others: (number) => `nog ${number}`, onPages: () => 'op p. ', page: 'pagina ', and: ' en ', ofDocument: ' van het document',
    old: 'Niet meer actueel', searchedWith: (words) => `Gezocht met ${words}.`, remove: 'Verwijder filter: ', incomplete: 'Let op: niet alles is doorzocht. Er kan meer zijn dan u hier ziet.',
    failed: 'Zoeken lukt nu niet. Probeer het later opnieuw, of zoek verder op de zoekpagina.',
    busy: 'Er wordt nu veel gezocht. Probeer het over een minuut opnieuw.',
    suggestions: 'Suggesties', found: (number) => `${number === 1 ? '1 suggestie' : `${number} suggesties`}. Kies met de pijltjestoetsen.`,
    groups: { vraag: 'Vaak gezocht', thema: 'Thema’s', domein: 'Domeinen', regio: 'Regio’s', organisatie: 'Organisaties', titel: 'Titels' },
  },
  en: {
    label: 'What are you looking for?', search: 'Search', searching: 'Searching …', results: 'Search results',
    count: (number, one) => (one ? '1 knowledge product' : `${number} knowledge products`), none: 'Nothing found',
    for: (words) => ` for ‘${words}’`, all: (number) => `See all ${number} results`, open: 'Go to the search page',
    meant: 'Did you mean', advice: 'Check the spelling, or use fewer words.',
    mayHelp: (one) => (one ? 'This organisation may be able to help you:' : 'These organisations may be able to help you:'),
    others: (number) => `${number} more`, onPages: (several) => (several ? 'on pp. ' : 'on p. '), page: 'page ', and: ' and ', ofDocument: ' of the document',
    old: 'Out of date', searchedWith: (words) => `Searched with ${words}.`, remove: 'Remove filter: ', incomplete: 'Not everything was searched. There may be more than you see here.',
    failed: 'The search does not work now. Try again later, or go on at the search page.',
    busy: 'Many people are searching now. Try again in a minute.',
    suggestions: 'Suggestions', found: (number) => `${number === 1 ? '1 suggestion' : `${number} suggestions`}. Choose with the arrow keys.`,
    groups: { vraag: 'Often searched', thema: 'Themes', domein: 'Domains', regio: 'Regions', organisatie: 'Organisations', titel: 'Titles' },
  },
};

// A theme that sets only some tokens must not give unreadable pairs: what is missing follows from the colours it does set.
const looks = `
:host { display: block; }
:host([hidden]), [hidden] { display: none !important; }
:host([kleuren="licht"]) { color-scheme: light; }
:host([kleuren="donker"]) { color-scheme: dark; }
:host([kleuren="systeem"]) { color-scheme: light dark; }
.box {
  --text: var(--utrecht-document-color, var(--schakel-color-text, light-dark(#1d2624, #e9ece7)));
  --ground: var(--utrecht-document-background-color, var(--schakel-color-background, light-dark(#ffffff, #131a19)));
  --link: var(--utrecht-link-color, var(--utrecht-document-color, var(--schakel-color-link, light-dark(#0b5751, #93d6cb))));
  --visited: var(--utrecht-link-visited-color, var(--link));
  --action: var(--utrecht-button-primary-action-background-color, var(--link));
  --on-action: var(--utrecht-button-primary-action-color, var(--ground));
  --soft: color-mix(in srgb, var(--text) 78%, var(--ground));
  --edge: var(--utrecht-form-control-border-color, color-mix(in srgb, var(--text) 62%, var(--ground)));
  --line: var(--utrecht-separator-color, color-mix(in srgb, var(--text) 18%, var(--ground)));
  --pale: color-mix(in srgb, var(--text) 8%, var(--ground));
  --focus: var(--utrecht-focus-outline-color, var(--utrecht-document-color, var(--schakel-color-focus, light-dark(#b3400f, #ffb469))));
  --space-1: var(--schakel-space-1, .25rem);
  --space-2: var(--schakel-space-2, .5rem);
  --space-3: var(--schakel-space-3, .75rem);
  --space-4: var(--schakel-space-4, 1rem);
  container-type: inline-size;
  padding: var(--space-4);
  background: var(--ground);
  color: var(--text);
  font-family: var(--utrecht-document-font-family, inherit);
  font-size: var(--utrecht-document-font-size, inherit);
  line-height: var(--utrecht-document-line-height, 1.5);
  text-align: start;
  overflow-wrap: break-word;
}
@supports not (color: light-dark(#000, #fff)) {
  .box {
    --text: var(--utrecht-document-color, #1d2624);
    --ground: var(--utrecht-document-background-color, #ffffff);
    --link: var(--utrecht-link-color, var(--text));
    --soft: var(--text); --edge: var(--text); --line: var(--text); --pale: var(--ground); --focus: var(--text);
  }
}
*, *::before, *::after { box-sizing: border-box; }
p, ol, ul { margin: 0; padding: 0; }
ol, ul { list-style: none; }
a, .plain { color: var(--link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover, .plain:hover { color: var(--utrecht-link-hover-color, var(--link)); text-decoration-thickness: 2px; }
.title a:visited { color: var(--visited); }
button, input { font: inherit; }
button { cursor: pointer; }
.plain { padding: 0; border: 0; background: none; }
:focus-visible { outline: var(--utrecht-focus-outline-width, 3px) solid var(--focus); outline-offset: 2px; }
a:focus-visible { background: var(--utrecht-focus-background-color, transparent); color: var(--utrecht-focus-color, var(--link)); }
.aloud { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
label { display: block; margin-bottom: var(--space-1); font-weight: 600; }
.line { position: relative; display: flex; flex-wrap: wrap; gap: var(--space-2); }
input { flex: 1 1 12rem; min-width: 0; min-height: 2.75em; padding: .35em .75em; border: 1px solid var(--edge); border-radius: var(--utrecht-form-control-border-radius, 3px);
  background: var(--utrecht-form-control-background-color, var(--ground)); color: var(--utrecht-form-control-color, var(--text)); }
input:focus-visible { outline-offset: 0; }
.go { flex: 0 0 auto; min-height: 2.75em; padding: .35em 1.25em; border: 1px solid transparent; border-radius: var(--utrecht-button-border-radius, 3px);
  background: var(--action); color: var(--on-action); font-weight: 600; }
.go:hover { text-decoration: underline; text-underline-offset: .18em; }
@container (max-width: 18rem) { .go { flex: 1 1 100%; } }
[role="listbox"] { position: absolute; z-index: 3; top: calc(100% + var(--space-1)); inset-inline: 0; max-height: min(22rem, 60vh); overflow-y: auto; padding-block: var(--space-2);
  border: 1px solid var(--edge); border-radius: 3px; background: var(--ground); box-shadow: 0 6px 18px rgb(0 0 0 / .2); }
.group { padding: var(--space-2) var(--space-3) 0; padding-inline-start: calc(var(--space-3) + 4px); color: var(--soft); font-size: .85em; font-weight: 600; }
[role="option"] { display: flex; justify-content: space-between; gap: var(--space-3); padding: .35em var(--space-3); border-inline-start: 4px solid transparent; line-height: 1.35; cursor: pointer; }
[role="option"]:hover, [role="option"][aria-selected="true"] { background: var(--pale); }
[role="option"][aria-selected="true"] { border-inline-start-color: var(--action); }
[role="option"] mark { background: none; color: inherit; padding: 0; font-weight: 700; }
.note { margin-inline-start: .4em; }
.note, .number, .kind, .makers, .pages { color: var(--soft); font-size: .92em; }
.number { font-variant-numeric: tabular-nums; }
.outcome:not(:empty) { margin-top: var(--space-4); }
.outcome { transition: opacity .2s; }
.outcome[aria-busy="true"] { opacity: .6; }
.count { font-weight: 600; }
.count span { font-weight: 400; color: var(--soft); }
.chips, .notes { margin-top: var(--space-2); }
.chip { padding: .2em .75em; border: 1px solid var(--edge); border-radius: 1em; background: var(--utrecht-badge-background-color, var(--pale)); color: var(--utrecht-badge-color, var(--text)); font-size: .92em; }
.chip:hover { text-decoration: line-through; }
.notes { padding-inline-start: var(--space-3); border-inline-start: 4px solid var(--line); }
.may-help { margin-top: var(--space-4); }
.referrals { margin-top: var(--space-1); padding-inline-start: 1.2em; list-style: disc; }
.hits { margin-top: var(--space-3); border-top: 1px solid var(--line); }
.hit { padding-block: var(--space-4); border-bottom: 1px solid var(--line); }
.kind { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); }
.title { font-family: var(--utrecht-heading-font-family, inherit); font-size: 1.12em; font-weight: 600; line-height: 1.3; }
.text { margin-top: var(--space-1); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
mark { padding-inline: .1em; border-radius: 2px; background: var(--utrecht-mark-background-color, color-mix(in srgb, #f4c95d 35%, var(--ground))); color: var(--utrecht-mark-color, var(--text)); }
.more { margin-top: var(--space-4); font-weight: 600; }
@media (prefers-reduced-motion: reduce) { .outcome { transition: none; } }
@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; }
  .go { border-color: ButtonBorder; }
  [role="option"] { border-color: Canvas; }
  [role="option"] mark { forced-color-adjust: none; background: none; color: CanvasText; }
  [role="option"][aria-selected="true"] { outline: 2px solid Highlight; outline-offset: -2px; }
}
@media print { form { display: none; } }
`;

let sheet;   // one for all elements of a page

export class SchakelZoeken extends HTMLElement {
  static observedAttributes = ['adres', ...filterNames, 'aantal', 'zoekpagina', 'taal', 'sleutel', 'label', 'zoek', 'zonder-suggesties'];

  #hasAnswer = false;    // whether results have been shown
  #chosen = new Map();   // filters that the reader chose among the suggestions: name → { code, tekst }
  #request = null;       // AbortController of the search under way
  #renewing = false;

  constructor() {
    super();
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(looks);
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    this.#renew();
  }

  disconnectedCallback() {
    this.#request?.abort();
    this.suggestions?.close();
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after && this.shadowRoot.firstChild) this.#renewSoon();
  }

  focus(options) {
    this.input?.focus(options);
  }

  get texts() { return texts[this.language]; }
  get language() { return this.getAttribute('taal') === 'en' ? 'en' : 'nl'; }

  // Of the installation, with a slash at the end.
  get home() {
    const given = this.getAttribute('adres');
    return given ? new URL(given.endsWith('/') ? given : `${given}/`, document.baseURI).href : home;
  }

  // Where its pages in the language of the element begin.
  get pages() { return this.language === 'en' ? `${this.home}en/` : this.home; }

  // What the attributes and the reader ask for, in the names of the API.
  #asked() {
    const query = new URLSearchParams();
    if (this.words) query.set('zoek', this.words);
    for (const name of filterNames)
      for (const value of listIn(this.getAttribute(name))) query.append(name === 'vanuit-regio' ? 'vanuitRegio' : name, value);
    for (const [name, { code }] of this.#chosen) if (!query.getAll(name).includes(code)) query.append(name, code);
    return query;
  }

  get words() { return this.input.value.trim(); }

  get searchPage() {
    const page = new URL(this.getAttribute('zoekpagina') || this.pages, document.baseURI);
    for (const [name, value] of this.#asked()) page.searchParams.append(name, value);
    return page.href;
  }

  // Answers of the API as JSON; throws a Refusal, or what fetch throws.
  async ask(path, query, signal) {
    const headers = { 'Accept-Language': this.language };
    const key = this.getAttribute('sleutel');
    if (key) headers['X-Api-Key'] = key;
    const answer = await fetch(`${this.home}v1/${path}?${query}`, { headers, signal, credentials: 'omit' });
    if (!answer.ok) throw new Refusal(answer.status, await answer.text());
    return answer.json();
  }

  // `aloud`: whether the reader asked for it, and hears what was found.
  async search({ aloud = true } = {}) {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    this.suggestions?.close();
    this.outcome.setAttribute('aria-busy', 'true');
    const waiting = setTimeout(() => this.#showWaiting(aloud), patience);
    try {
      const query = this.#asked();
      query.set('perPagina', countIn(this.getAttribute('aantal')));
      query.set('facetten', 'type');   // for the names of the types
      const found = await this.ask('kennisproducten', query, request.signal);
      if (!request.signal.aborted) this.#show(found, aloud);
    } catch (fault) {
      if (!request.signal.aborted) this.#showFault(fault, aloud);
    } finally {
      clearTimeout(waiting);
      if (!request.signal.aborted) this.outcome.removeAttribute('aria-busy');
    }
  }

  // Said to a screen reader; emptied first, because the same words twice are news too.
  tell(text) {
    this.status.textContent = '';
    setTimeout(() => { this.status.textContent = text; }, 50);
  }

  filterBy(name, value) {
    this.#chosen.set(name, value);
    this.input.value = '';
    this.search();
  }

  // Attributes are often set one after another.
  #renewSoon() {
    if (this.#renewing) return;
    this.#renewing = true;
    queueMicrotask(() => {
      this.#renewing = false;
      if (this.isConnected) this.#renew();
    });
  }

  #renew() {
    const typed = this.input && this.input.value !== this.givenWords ? this.input.value : this.getAttribute('zoek') ?? '';
    this.givenWords = this.getAttribute('zoek') ?? '';
    this.shadowRoot.replaceChildren(this.#box());
    this.input.value = typed;
    if (!this.hasAttribute('zonder-suggesties')) this.suggestions = new Suggestions(this);
    if (this.#hasAnswer || this.hasAttribute('zoek')) this.search({ aloud: false });
  }

  #box() {
    const { label, search } = this.texts;
    this.input = made('input', { id: 'words', type: 'search', name: 'zoek', autocomplete: 'off', autocapitalize: 'off', enterkeyhint: 'search' });
    this.status = made('p', { class: 'aloud', role: 'status' });
    this.outcome = made('div', { class: 'outcome' });
    this.line = made('div', { class: 'line' }, this.input, made('button', { type: 'submit', class: 'go' }, search));
    const name = this.getAttribute('label') || label;   // of the landmark too, beside other searches of the page
    const form = made('form', { role: 'search', part: 'formulier', 'aria-label': name }, made('label', { for: 'words' }, name), this.line);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.search();
    });
    return made('div', { class: 'box', part: 'zoeken', lang: this.language }, form, this.status, this.outcome);
  }

  #showWaiting(aloud) {
    if (!this.outcome.firstChild) this.outcome.append(made('p', { class: 'count' }, this.texts.searching));
    if (aloud) this.tell(this.texts.searching);
  }

  #show(found, aloud) {
    this.#hasAnswer = true;
    const { texts: say, words } = this;
    const number = found.aantal.toLocaleString(this.language);
    const count = found.aantal === 0 ? say.none : say.count(number, found.aantal === 1);
    const about = words ? say.for(words) : '';
    const warning = found.onvolledig ? say.incomplete : '';
    const partly = found.gezochtMet && found.aantal > 0 && !withEveryWord.has(found.gezochtMet) ? say.searchedWith(found.gezochtMet) : '';
    this.outcome.replaceChildren(
      made('p', { class: 'count' }, count, made('span', {}, about)),
      this.#chips(),
      this.#meant(found.bedoeldeU),
      ...[warning, partly, ...found.meldingen].filter(Boolean).map((note) => made('p', { class: 'notes' }, note)),
      ...(found.aantal === 0 ? [made('p', { class: 'notes' }, say.advice)] : []),
      ...referralsOf(found, this),
      hitList(found, this),
      made('p', { class: 'more', part: 'alles' }, made('a', { href: this.searchPage }, found.aantal > found.resultaten.length ? say.all(number) : say.open)));
    if (aloud) this.tell(`${count}${about}. ${warning} ${partly}`.trim());
    this.dispatchEvent(new CustomEvent('schakel-resultaten', {
      bubbles: true, composed: true, detail: { zoek: words, aantal: found.aantal, resultaten: found.resultaten } }));
  }

  #chips() {
    const list = made('p', { class: 'chips' });
    for (const [name, { tekst }] of this.#chosen) {
      const chip = made('button', { type: 'button', class: 'chip' }, made('span', { class: 'aloud' }, this.texts.remove), capitalised(tekst), made('span', { 'aria-hidden': 'true' }, ' ×'));
      chip.addEventListener('click', () => {
        this.#chosen.delete(name);
        this.input.focus();
        this.search();
      });
      list.append(chip, ' ');
    }
    list.hidden = this.#chosen.size === 0;
    return list;
  }

  #meant(words) {
    const line = made('p', { class: 'notes' });
    line.hidden = !words;
    if (!words) return line;
    const button = made('button', { type: 'button', class: 'plain' }, words);
    button.addEventListener('click', () => {
      this.input.value = words;
      this.input.focus();
      this.search();
    });
    line.append(`${this.texts.meant} `, button, '?');
    return line;
  }

  #showFault(fault, aloud) {
    // For who put the element on the page: the reader can do nothing about a filter that does not exist.
    console.warn(`schakel-zoeken: ${fault.message}`);
    const text = fault.status === 429 || fault.status === 503 ? this.texts.busy : this.texts.failed;
    this.outcome.replaceChildren(made('p', { class: 'notes' }, text), made('p', { class: 'more' }, made('a', { href: this.searchPage }, this.texts.open)));
    if (aloud) this.tell(text);
  }
}

class Refusal extends Error {
  constructor(status, problem) {
    super(`${status} ${problem.slice(0, 1000)}`);
    this.status = status;
  }
}

// Suggestions below the box: a combobox with a list, by the pattern of the ARIA Authoring Practices. The focus stays in the box;
// the arrow keys point at a suggestion, Enter chooses it, Escape closes the list.
class Suggestions {
  #element;
  #owner;
  #shown = [];
  #options = [];
  #pointed = -1;     // place of the suggestion that the arrow keys point at
  #timer = 0;
  #request = null;   // AbortController of the request under way

  constructor(owner) {
    this.#owner = owner;
    this.#element = made('div', { id: 'suggestions', role: 'listbox', 'aria-label': owner.texts.suggestions });
    this.#element.hidden = true;
    owner.line.append(this.#element);
    const { input } = owner;
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'suggestions' }))
      input.setAttribute(name, value);
    input.addEventListener('input', () => this.#askSoon());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.close());
    this.#element.addEventListener('mousedown', (event) => event.preventDefault());   // the focus stays in the box
    this.#element.addEventListener('click', (event) => this.#choose(this.#options.indexOf(event.target.closest('[role="option"]'))));
  }

  close() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#element.hidden = true;
    this.#pointAt(-1);
    this.#owner.input.setAttribute('aria-expanded', 'false');
  }

  #askSoon() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    if (this.#owner.words.length < fewestLetters) return this.close();
    this.#timer = setTimeout(() => this.#ask(), typingPause);
  }

  async #ask() {
    const request = new AbortController();
    this.#request = request;
    try {
      const query = new URLSearchParams({ zoek: this.#owner.words, aantal: mostSuggestions });
      const { groepen } = await this.#owner.ask('suggesties', query, request.signal);
      if (!request.signal.aborted) this.#show(groepen);
    } catch {
      if (!request.signal.aborted) this.close();   // searching goes on without suggestions
    }
  }

  #show(groups) {
    const known = groups.filter(({ soort }) => soort in this.#owner.texts.groups);
    this.#shown = known.flatMap(({ soort, suggesties }) => suggesties.map((one) => ({ ...one, soort })));
    if (this.#shown.length === 0) return this.close();
    this.#element.replaceChildren(...known.map((group) => this.#group(group)));
    this.#options = [...this.#element.querySelectorAll('[role="option"]')];
    this.#options.forEach((option, i) => { option.id = `suggestion-${i}`; });
    this.#pointAt(-1);
    this.#element.hidden = false;
    this.#owner.input.setAttribute('aria-expanded', 'true');
    this.#owner.tell(this.#owner.texts.found(this.#shown.length));
  }

  #group({ soort, suggesties }) {
    const heading = made('div', { id: `group-${soort}`, class: 'group' }, this.#owner.texts.groups[soort]);
    return made('div', { role: 'group', 'aria-labelledby': heading.id }, heading, ...suggesties.map((one) => this.#option(one)));
  }

  #option({ gemarkeerd, alternatief, toelichting, aantal }) {
    const name = made('span', {}, ...markedText(gemarkeerd));
    const note = [toelichting, alternatief].filter(Boolean).join(', ');
    if (note) name.append(' ', made('span', { class: 'note' }, note));
    const option = made('div', { role: 'option', 'aria-selected': 'false' }, name);
    if (aantal) option.append(made('span', { class: 'number' }, aantal.toLocaleString(this.#owner.language)));
    return option;
  }

  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return this.#arrow(event);
    if (this.#element.hidden) return;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && this.#pointed >= 0) this.#choose(this.#pointed);
    else return;
    event.preventDefault();
  }

  // Past either end comes the box itself: then Enter asks for what was typed.
  #arrow(event) {
    event.preventDefault();
    if (this.#element.hidden) return event.key === 'ArrowDown' && this.#askSoon();
    const places = this.#options.length + 1;
    const step = event.key === 'ArrowDown' ? 1 : -1;
    this.#pointAt((this.#pointed + 1 + step + places) % places - 1);
  }

  #pointAt(place) {
    this.#options.forEach((option, i) => option.setAttribute('aria-selected', String(i === place)));
    this.#pointed = place;
    const option = this.#options[place];
    if (!option) return this.#owner.input.removeAttribute('aria-activedescendant');
    this.#owner.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  #choose(place) {
    const chosen = this.#shown[place];
    if (!chosen) return;
    this.close();
    if (chosen.soort === 'titel') return location.assign(productAddress(this.#owner, chosen.id));
    // Beside a filter of the website one of the same kind would widen the search: values of one kind are alternatives.
    if (asFilter.has(chosen.soort) && !this.#owner.hasAttribute(chosen.soort)) return this.#owner.filterBy(chosen.soort, chosen);
    this.#owner.input.value = chosen.tekst;
    this.#owner.search();
  }
}

function hitList(found, owner) {
  const list = made('ol', { class: 'hits', part: 'resultaten', 'aria-label': owner.texts.results });
  const typeNames = new Map(found.facetten.type?.map(({ code, label }) => [code, label]));
  list.append(...found.resultaten.map((hit) => hitItem(hit, typeNames.get(hit.type), owner)));
  list.hidden = found.resultaten.length === 0;
  return list;
}

// Who may help, when nothing was found.
function referralsOf({ verwijzingen = [] }, owner) {
  if (verwijzingen.length === 0) return [];
  const items = verwijzingen.map(({ id, naam, nabijheid }) => made('li', {},
    made('a', { href: productAddress(owner, id) }, naam), ...(nabijheid ? [' ', made('span', { class: 'note' }, capitalised(nabijheid))] : [])));
  return [made('p', { class: 'may-help' }, owner.texts.mayHelp(items.length === 1)), made('ul', { class: 'referrals', part: 'verwijzingen' }, ...items)];
}

function hitItem(hit, typeName, owner) {
  const old = hit.status === 'historisch' && owner.texts.old;
  const near = hit.nabijheid && capitalised(hit.nabijheid);   // why it comes first, seen from the region of the website
  const kind = [typeName && capitalised(typeName), hit.jaar, old, near].filter(Boolean).map((fact) => made('span', {}, String(fact)));
  const makers = makersOf(hit, owner);
  const item = made('li', { class: 'hit', part: 'resultaat' });
  if (kind.length > 0) item.append(made('p', { class: 'kind' }, ...kind));
  item.append(made('p', { class: 'title', lang: hit.taal ?? 'nl' }, made('a', { href: productAddress(owner, hit.id) }, hit.titel)));
  if (makers) item.append(made('p', { class: 'makers' }, makers));
  const [passage] = hit.fragmenten ?? [];
  if (passage) item.append(made('p', { class: 'text', lang: passage.taal ?? 'nl' }, ...markedText(passage.tekst)), ...pagesOf(hit.fragmenten, owner));
  else if (hit.samenvatting) item.append(made('p', { class: 'text', lang: 'nl' }, hit.samenvatting));
  return item;
}

// One line, or none: "op p. 12 en 37", each page of the passages a link to the file at that page.
function pagesOf(passages, { texts: say }) {
  const pages = [...new Map(passages.map(({ pagina, url }) => [pagina, url]))].filter(([page]) => page).sort(([a], [b]) => a - b);
  if (pages.length === 0) return [];
  const links = pages.flatMap(([page, url], i) => [
    i === 0 ? '' : i + 1 < pages.length ? ', ' : say.and,
    made(isWebAddress(url) ? 'a' : 'span', isWebAddress(url) ? { href: url } : {}, made('span', { class: 'aloud' }, say.page), String(page)),
  ]);
  return [made('p', { class: 'pages' }, made('span', { 'aria-hidden': 'true' }, say.onPages(pages.length > 1)), ...links, made('span', { class: 'aloud' }, say.ofDocument))];
}

// Who made or published it; of a network who takes part. The organisation that the product itself is, is its title.
function makersOf({ organisaties = [] }, owner) {
  const isMaker = ({ rol }) => !rol || rol === 'uitgever' || rol === 'maker';
  const others = organisaties.filter(({ rol }) => rol !== 'zelf');
  const makers = others.some(isMaker) ? others.filter(isMaker) : others;
  const names = [...new Set(makers.map(({ label }) => label))];
  if (names.length <= mostMakers + 1) return names.join(', ');
  return [...names.slice(0, mostMakers), owner.texts.others(names.length - mostMakers)].join(', ');
}

const productAddress = (owner, id) => `${owner.pages}kennisproducten/${encodeURIComponent(id)}`;
const capitalised = (text) => text.charAt(0).toLocaleUpperCase('nl') + text.slice(1);
const isWebAddress = (url) => /^https?:\/\//i.test(url ?? '');
const listIn = (value) => (value ?? '').split(/[\s,]+/).filter(Boolean);

function countIn(value) {
  const number = Number.parseInt(value ?? '', 10);
  return number >= 1 ? Math.min(number, mostResults) : usualCount;
}

// Of the HTML that the API gives only <mark> is read as such; the rest is text, whatever it may look like.
function markedText(html) {
  return html.split(/<mark>(.*?)<\/mark>/s).map((piece, i) => (i % 2 ? made('mark', {}, plain(piece)) : plain(piece)));
}

const characters = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

function plain(html) {
  return html.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => characters[entity]);
}

function made(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}

// Without style sheets of its own in a shadow root, what stands inside the element (a plain form) serves as it is.
if ('adoptedStyleSheets' in Document.prototype && !customElements.get('schakel-zoeken')) customElements.define('schakel-zoeken', SchakelZoeken);
