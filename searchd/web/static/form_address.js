// The address that a form leads to, as the server writes addresses: without what is empty or has its default, so that a state
// of the page has one address.

// `changes`: values by name that take the place of those in the form; an empty one leaves the name out. The form says where the
// pages in its language are: "/" or "/en/".
export function formAddress(form, changes = {}) {
  const query = formQuery(form, changes);
  return form.getAttribute('action') + (query ? `?${query}` : '');
}

export function formQuery(form, changes = {}) {
  const query = new URLSearchParams();
  const add = (name, value) => {
    if (value !== '' && !query.getAll(name).includes(value)) query.append(name, value);
  };
  for (const [name, value] of new FormData(form))
    if (!(name in changes) && value !== form.elements[name].dataset?.default) add(name, value);
  for (const [name, value] of Object.entries(changes)) add(name, value);
  return query.toString();
}
