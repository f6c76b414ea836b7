// The reader's own region: kept by this browser alone, and put in the field where the reader sees it, so that it is never sent
// unseen.

const memory = 'schakel.regio';

// Fills in the region of last time. True when the page shows results that were made without it.
export function startOwnRegion() {
  const box = document.getElementById('vanuitRegio');
  if (!box) return false;
  box.addEventListener('change', () => remember(box.value.trim()));
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-forget-region]')) remember('');
  });
  forgetRefused();
  if (box.value !== '' || remembered() === '') return false;
  box.value = remembered();
  return document.getElementById('uitkomst') !== null;
}

// A name that led to an error page would do so again.
function forgetRefused() {
  const asked = new URLSearchParams(location.search).get('vanuitRegio');
  if (document.body.classList.contains('error') && asked === remembered()) remember('');
}

// A browser may refuse to remember anything; then the region lasts as long as the page.
let lastChoice = '';

function remembered() {
  try {
    return localStorage.getItem(memory) ?? '';
  } catch {
    return lastChoice;
  }
}

function remember(region) {
  lastChoice = region;
  try {
    if (region === '') localStorage.removeItem(memory);
    else localStorage.setItem(memory, region);
  } catch {
    return;
  }
}
