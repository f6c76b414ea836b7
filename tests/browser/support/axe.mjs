// What axe-core finds wrong on a page.

import assert from 'node:assert/strict';

import axe from 'axe-core';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// One line for every rule that is broken; none is good.
export async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), levels);
  assert.ok(found.passes.length > 15, 'axe has looked at the page');
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`);
}

// Opens everything that is folded away.
export const unfold = (page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
