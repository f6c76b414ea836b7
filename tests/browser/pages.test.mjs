// The line of a result that says on which pages the passages stand: "op p. 2, 4 en 6", each page a link to the file there.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { violations } from './support/axe.mjs';
import { useSchakel } from './support/browser.mjs';

const { onPage } = useSchakel();
const file = 'https://www.voorbeeld.nl/genummerd.pdf';
const addressesIn = (line) => line.locator('a').evaluateAll((links) => links.map((link) => link.href));

test('the pages stand in one line, each a link to the file at that page', () => onPage({}, async (page) => {
  await page.goto('/?zoek=vergaderfiets');
  const line = page.locator('.hit .pages');
  assert.equal(await line.count(), 1);
  assert.equal(await line.textContent(), 'op p. pagina 2, pagina 4 en pagina 6 van het document');
  assert.deepEqual(await addressesIn(line), [2, 4, 6].map((number) => `${file}#page=${number}`));
  assert.equal(await page.getByRole('link', { name: 'pagina 4', exact: true }).count(), 1);
  assert.equal(await page.locator('.fragment').count(), 3);
}));

test('the same in English', () => onPage({}, async (page) => {
  await page.goto('/en/?zoek=vergaderfiets');
  assert.equal(await page.locator('.hit .pages').textContent(), 'on pp. page 2, page 4 and page 6 of the document');
  assert.equal(await page.getByRole('link', { name: 'page 6', exact: true }).count(), 1);
  assert.deepEqual(await violations(page), []);
}));

for (const width of [1280, 320])
  test(`axe finds nothing at ${width} pixels, in light and dark, and it fits`, () =>
    onPage({ viewport: { width, height: 900 }, colorScheme: 'light' }, async (page) => {
      await page.goto('/?zoek=vergaderfiets');
      assert.deepEqual(await violations(page), []);
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await violations(page), [], 'dark');
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    }));

test('the pages can be reached by keyboard, behind the title', () => onPage({}, async (page) => {
  await page.goto('/?zoek=vergaderfiets');
  await page.locator('.hit h2 a').focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.href), `${file}#page=2`);
}));

test('on paper the pages stand there without addresses', () => onPage({}, async (page) => {
  await page.goto('/?zoek=vergaderfiets');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.hit .pages').isVisible());
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.pages a'), '::after').content), 'none');
}));

test('in a frame one passage is shown, and all pages, which open in the whole window', () => onPage({}, async (page) => {
  await page.goto('/insluiten?zoek=vergaderfiets');
  assert.equal(await page.locator('.frame-fragment:visible').count(), 1);
  const line = page.locator('.frame-hit .pages');
  assert.deepEqual(await addressesIn(line), [2, 4, 6].map((number) => `${file}#page=${number}`));
  assert.deepEqual(await line.locator('a').evaluateAll((links) => links.map((link) => link.target)), ['_top', '_top', '_top']);
  assert.deepEqual(await violations(page), []);
}));

test('the element for other websites says the same', () => onPage({ reducedMotion: 'reduce' }, async (page) => {
  await page.goto('/op-uw-website');
  await page.locator('schakel-zoeken .hit').first().waitFor();
  const box = page.getByRole('combobox', { name: 'Zoek kennis' });
  await box.fill('vergaderfiets');
  await box.press('Enter');
  const line = page.locator('schakel-zoeken .pages');
  await line.waitFor();
  assert.equal(await line.textContent(), 'op p. pagina 2, pagina 4 en pagina 6 van het document');
  assert.deepEqual(await addressesIn(line), [2, 4, 6].map((number) => `${file}#page=${number}`));
  await page.locator('schakel-zoeken .outcome:not([aria-busy])').waitFor();   // results that are being fetched are dimmed
  assert.deepEqual(await violations(page), []);
}));
