// What a reader takes along: results put aside, a list as a file, an address, a reference, paper.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { announced, useSchakel } from './support/browser.mjs';

const { onPage } = useSchakel();

const boxes = (page) => page.getByRole('checkbox', { name: /^Bewaar/ });
const selectionOf = (page) => page.getByRole('form', { name: 'Bewaarde resultaten' });

// The ids that the form would send.
const idsIn = (page) => page.evaluate(() => new FormData(document.getElementById('selectie')).getAll('id'));

test('results put aside are counted, kept over pages and searches, and sent together', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  assert.equal(await selectionOf(page).isVisible(), false);
  await boxes(page).nth(0).check();
  assert.equal(await announced(page), '1 resultaat bewaard');
  await boxes(page).nth(2).check();
  await page.getByText('2 resultaten bewaard').first().waitFor();
  const chosen = await idsIn(page);
  await page.getByRole('link', { name: 'Volgende pagina' }).click();
  await boxes(page).nth(1).check();
  await page.getByText('3 resultaten bewaard').first().waitFor();
  const all = await idsIn(page);
  assert.equal(all.length, 3);
  for (const id of chosen) assert.ok(all.includes(id));

  await page.goto('/?zoek=wmo&type=netwerk');   // another search
  assert.ok(await boxes(page).nth(0).isChecked());
  const download = page.waitForEvent('download');
  await selectionOf(page).getByRole('button', { name: 'Literatuurlijst (RIS)' }).click();
  assert.match((await download).suggestedFilename(), /\.ris$/);
  const address = new URL((await download).url());
  assert.equal(address.pathname, '/export.ris');
  assert.equal(address.searchParams.getAll('id').length, 3);

  await selectionOf(page).getByRole('button', { name: 'Wis de keuze' }).click();
  await selectionOf(page).waitFor({ state: 'hidden' });
  assert.equal(await boxes(page).nth(0).isChecked(), false);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'resultaten');
}));

test('a ticked filter leaves what was put aside', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  await boxes(page).nth(0).check();
  const [id] = await idsIn(page);
  await page.locator('#schaal-landelijk').check();
  await page.waitForURL(/schaal=landelijk/);
  assert.deepEqual(await idsIn(page), [id]);
  assert.ok(await selectionOf(page).isVisible());
}));

test('without scripts one ticks results and presses the button', () => onPage({ javaScriptEnabled: false }, async (page) => {
  await page.goto('/?zoek=wmo');
  await boxes(page).nth(0).check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tabel (CSV)' }).click();
  const address = new URL((await download).url());
  assert.equal(address.pathname, '/export.csv');
  assert.equal(address.searchParams.getAll('id').length, 1);
}));

test('the list goes along as files and as a feed of the same search', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo&type=netwerk&pagina=2');
  for (const [name, path] of [['Literatuurlijst (RIS)', '/export.ris'], ['Tabel (CSV)', '/export.csv'], ['Houd mij op de hoogte (feed)', '/feed.atom']]) {
    const address = await page.locator('.take-along').getByRole('link', { name }).getAttribute('href');
    assert.equal(address, `${path}?zoek=wmo&type=netwerk`);
    assert.equal((await page.request.get(address)).status(), 200, name);
  }
}));

test('the address of a search can be copied, without half a word in it', () =>
  onPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.goto('/?zoek=wmo&tijdensTypen=true&type=netwerk');
    await page.getByRole('button', { name: 'Kopieer het adres' }).click();
    assert.equal(await announced(page), 'Het adres is gekopieerd.');
    const address = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    assert.equal(address.search, '?zoek=wmo&type=netwerk');
    assert.equal(address.host, new URL(page.url()).host);
  }));

test('a product can be referred to', () =>
  onPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.goto('/?type=rapport');
    await page.locator('.hit h2 a').first().click();
    await page.locator('.product-head').waitFor();
    await page.waitForLoadState('load');   // the script that copies has run
    const title = await page.locator('h1').innerText();
    await page.getByRole('button', { name: 'Kopieer de verwijzing' }).click();
    assert.equal(await announced(page), 'De verwijzing is gekopieerd.');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(text.includes(title.split(' ')[0]));
    assert.equal(text, await page.locator('.citation').innerText());
    for (const name of ['RIS', 'BibTeX']) {
      const address = await page.getByRole('link', { name, exact: true }).getAttribute('href');
      assert.equal((await page.request.get(address)).status(), 200, name);
    }
    const described = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
    assert.equal(typeof described, 'object');
    assert.match(await page.locator('link[rel="canonical"]').getAttribute('href'), /^http:\/\/.+\/kennisproducten\/[^?]+$/);
  }));

test('on paper there are addresses, and nothing to click on', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo&type=netwerk');
  await page.emulateMedia({ media: 'print' });
  for (const unwanted of ['#zoeken', '.filters', '.pick', '.paging', '.take-along', '.foot-links', '.sort'])
    assert.equal(await page.locator(unwanted).first().isVisible(), false, unwanted);
  assert.ok(await page.locator('.hit').first().isVisible());
  const address = await page.evaluate(() => getComputedStyle(document.querySelector('.hit h2 a'), '::after').content);
  assert.match(address, /^"https?:\/\/[^?]+\/kennisproducten\/[^?]+"$/);
}));
