// Two knobs below the bars of the years, bound to the fields "Vanaf" and "Tot en met", which stay the way without scripts. While a knob
// moves, the fields and the bars follow; the results follow when it rests.

import { whenResultsChange } from './live_results.js';

const rest = 400;   // milliseconds after the last change; an arrow key that is held down changes many times
let timer = 0;

export function startYearSlider() {
  document.addEventListener('input', ({ target }) => { if (isKnob(target)) follow(target); });
  document.addEventListener('change', ({ target }) => { if (isKnob(target)) applySoon(target); });
  whenResultsChange({ after: describeAll });
  describeAll();
}

const isKnob = (element) => element.classList.contains('slider');
const knobs = () => [...document.querySelectorAll('.slider')];

function describeAll() {
  knobs().forEach(describe);
}

function describe(knob) {
  knob.setAttribute('aria-valuetext', knob.dataset.says.replace('{}', knob.value));
  // Both at the right end: the first one must still be within reach.
  knob.classList.toggle('on-top', knob.dataset.field === 'jaarVan' && knob.value > (Number(knob.min) + Number(knob.max)) / 2);
}

// The knobs do not pass each other, and at its end a knob sets no limit.
function follow(knob) {
  const [from, until] = knobs();
  knob.value = knob === from ? Math.min(from.value, until.value) : Math.max(from.value, until.value);
  const isAtEnd = knob.value === (knob === from ? knob.min : knob.max);
  document.getElementById(knob.dataset.field).value = isAtEnd ? '' : knob.value;
  for (const bar of document.querySelectorAll('.bars rect'))
    bar.classList.toggle('outside', bar.dataset.until < from.value || bar.dataset.from > until.value);
  describe(knob);
}

function applySoon(knob) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    document.getElementById(knob.dataset.field).dispatchEvent(new Event('change', { bubbles: true }));
  }, rest);
}
