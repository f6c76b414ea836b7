// "/" goes to the search box. Who speaks to their computer, or hits keys by accident, can switch it off (WCAG 2.1.4); the
// browser remembers that.

const memory = 'schakel.sneltoets';

export function startShortcut() {
  const line = document.getElementById('sneltoets');
  const box = document.getElementById('zoek');
  if (!line || !box) return;
  const button = line.querySelector('button');
  const describe = () => { button.textContent = isOn() ? line.dataset.off : line.dataset.on; };
  button.addEventListener('click', () => {
    remember(!isOn());
    describe();
  });
  describe();
  line.hidden = false;
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !isOn()) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

function isTyping(element) {
  return element.isContentEditable || ['input', 'select', 'textarea'].includes(element.localName) && element.type !== 'checkbox';
}

// A browser may refuse to remember anything; then the choice lasts as long as the page.
let lastChoice = true;

function isOn() {
  try {
    return localStorage.getItem(memory) !== 'uit';
  } catch {
    return lastChoice;
  }
}

function remember(on) {
  lastChoice = on;
  try {
    localStorage.setItem(memory, on ? 'aan' : 'uit');
  } catch {
    return;
  }
}
