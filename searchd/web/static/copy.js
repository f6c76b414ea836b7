// Buttons that put a text on the clipboard: the address of a search, a reference. Not every browser allows that, and none does on an
// address without https; then the buttons stay away.

import { announce } from './announce.js';

const pause = 2500;   // milliseconds that a button says that it is done

export function startCopy() {
  if (!navigator.clipboard) return;
  document.documentElement.classList.add('can-copy');
  document.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-copy]');
    if (button) copy(button);
  });
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    return announce(button.dataset.failed);
  }
  announce(button.dataset.done);
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = label; }, pause);
}
