// The list below the search box: a listbox with a group for each kind of suggestion. What it says stands in data- attributes of the box.

// Puts an empty list behind `box` and ties the two together. `suggestions` are those shown, each with its `soort`; `options`
// are their elements, in the same order.
export function suggestionList(box) {
  const element = made('div', { id: 'suggesties', role: 'listbox', 'aria-label': box.dataset.list });
  element.hidden = true;
  box.parentElement.append(element);
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
    const known = groups.filter((group) => headingOf(group.soort, box) !== null);
    list.suggestions = known.flatMap((group) => group.suggesties.map((one) => ({ ...one, soort: group.soort })));
    element.replaceChildren(...known.map((group) => groupOf(group, box)));
    list.options = [...element.querySelectorAll('[role="option"]')];
    list.options.forEach((option, i) => { option.id = `suggestie-${i}`; });
    return list.options.length;
  }
}

// null for a kind that this page does not know.
const headingOf = (kind, box) => box.getAttribute(`data-heading-${kind}`);

function groupOf({ soort, suggesties }, box) {
  const heading = made('div', { id: `suggesties-${soort}`, class: 'suggestions-heading' }, headingOf(soort, box));
  const group = made('div', { role: 'group', 'aria-labelledby': heading.id });
  group.append(heading, ...suggesties.map((suggestion) => optionOf(suggestion, box.dataset)));
  return group;
}

function optionOf({ gemarkeerd, alternatief, toelichting, aantal }, texts) {
  const option = made('div', { role: 'option', 'aria-selected': 'false' });
  const name = made('span', {});
  name.append(...markedText(gemarkeerd));
  const note = [toelichting, alternatief && texts.also.replace('{}', alternatief)].filter(Boolean).join(', ');
  if (note) name.append(' ', made('span', { class: 'suggestion-note' }, note));
  option.append(name);
  if (aantal) option.append(' ', countOf(aantal, texts));
  return option;
}

function countOf(number, { result, results }) {
  const count = made('span', { class: 'count' }, number.toLocaleString(document.documentElement.lang));
  count.append(made('span', { class: 'read-aloud' }, ` ${number === 1 ? result : results}`));
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
