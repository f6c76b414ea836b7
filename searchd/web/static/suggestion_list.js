// The list below the search box: a listbox with a group for each kind of suggestion.

const headings = {
  vraag: 'Vaak gezocht', thema: 'Thema’s', domein: 'Domeinen', regio: 'Regio’s', organisatie: 'Organisaties', titel: 'Titels',
};

// Puts an empty list behind `box` and ties the two together. `suggestions` are those shown, each with its `soort`; `options`
// are their elements, in the same order.
export function suggestionList(box) {
  const element = made('div', { id: 'suggesties', role: 'listbox', 'aria-label': 'Suggesties' });
  element.hidden = true;
  box.closest('.search-line').append(element);
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': element.id,
  })) box.setAttribute(name, value);
  const list = { element, suggestions: [], options: [], placeOf, fill };
  return list;

  function placeOf(target) {
    return list.options.indexOf(target.closest('[role="option"]'));
  }

  // Returns the number of suggestions.
  function fill(groups) {
    const known = groups.filter((group) => group.soort in headings);
    list.suggestions = known.flatMap((group) => group.suggesties.map((one) => ({ ...one, soort: group.soort })));
    element.replaceChildren(...known.map(groupOf));
    list.options = [...element.querySelectorAll('[role="option"]')];
    list.options.forEach((option, i) => { option.id = `suggestie-${i}`; });
    return list.options.length;
  }
}

function groupOf({ soort, suggesties }) {
  const heading = made('div', { id: `suggesties-${soort}`, class: 'suggestions-heading' }, headings[soort]);
  const group = made('div', { role: 'group', 'aria-labelledby': heading.id });
  group.append(heading, ...suggesties.map(optionOf));
  return group;
}

function optionOf({ gemarkeerd, alternatief, toelichting, aantal }) {
  const option = made('div', { role: 'option', 'aria-selected': 'false' });
  const name = made('span', {});
  name.append(...markedText(gemarkeerd));
  const note = [toelichting, alternatief && `ook: ${alternatief}`].filter(Boolean).join(', ');
  if (note) name.append(' ', made('span', { class: 'suggestion-note' }, note));
  option.append(name);
  if (aantal) option.append(' ', countOf(aantal));
  return option;
}

function countOf(number) {
  const count = made('span', { class: 'count' }, number.toLocaleString('nl-NL'));
  count.append(made('span', { class: 'read-aloud' }, number === 1 ? ' resultaat' : ' resultaten'));
  return count;
}

// Of the HTML that the API gives only <mark> is read as such; the rest is text, whatever it may look like.
function markedText(html) {
  return html.split(/<mark>(.*?)<\/mark>/).map((piece, i) => (i % 2 ? made('mark', {}, plain(piece)) : plain(piece)));
}

const characters = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function plain(html) {
  return html.replace(/&(?:lt|gt|quot|amp);/g, (entity) => characters[entity]);
}

function made(name, attributes, text = '') {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.textContent = text;
  return element;
}
