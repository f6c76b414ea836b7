// What a screen reader is told, in the line #melding that every page has.

// Emptied first: the same words twice are news too.
export function announce(text) {
  const status = document.getElementById('melding');
  status.textContent = '';
  setTimeout(() => { status.textContent = text; }, 100);
}
