// What a program can check of WCAG 2.2 AA, on every kind of page, wide and narrow, light and dark.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unfold, violations } from './support/axe.mjs';
import { useSchakel } from './support/browser.mjs';

const addresses = new Map([
  ['opening page', '/'],
  ['results', '/?zoek=wmo'],
  ['chosen filters', '/?zoek=wmo&thema=kennis-en-leren&regio=PV23&schaal=regionaal&jaarVan=2010&indeling=ggd'],
  ['a region of one’s own', '/?zoek=wmo&vanuitRegio=Enschede&lijktOp=Enschede&overstijgend=sector'],
  ['a later page', '/?sorteer=titel&pagina=2'],
  ['chosen years', '/?jaarVan=2014&jaarTotEnMet=2016'],
  ['nothing found', '/?zoek=xyzzyqwv&type=rapport'],
  ['the handbook', '/handleiding'],
  ['the accessibility statement', '/toegankelijkheid'],
]);

const { onPage } = useSchakel(async (onPage) => {
  await onPage({}, async (page) => {
    for (const [kind, query] of [['a network', '/?type=netwerk'], ['a report', '/?type=rapport']]) {
      await page.goto(query);
      addresses.set(kind, await page.locator('.hit h2 a').first().getAttribute('href'));
    }
  });
});

async function onEveryPage(options, check) {
  for (const [kind, address] of addresses)
    await onPage(options, async (page) => {
      await page.goto(address);
      await check(page, kind);
    });
}

for (const width of [1280, 360])
  test(`axe finds nothing at ${width} pixels, in light and dark`, () =>
    onEveryPage({ viewport: { width, height: 900 }, colorScheme: 'light' }, async (page, kind) => {
      assert.deepEqual(await violations(page), [], kind);
      await unfold(page);   // what is folded away counts too
      assert.deepEqual(await violations(page), [], `${kind}, unfolded`);
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await violations(page), [], `${kind}, unfolded, dark`);
    }));

test('axe finds nothing in the list of suggestions, in light and dark', () =>
  onPage({ colorScheme: 'light' }, async (page) => {
    await page.goto('/');
    await page.getByLabel('Waar zoekt u naar?').fill('jeugd');
    await page.locator('#suggesties').waitFor({ state: 'visible' });
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await violations(page), []);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await violations(page), [], 'dark');
  }));

test('axe finds nothing in what a filter finds and in what is put aside, in light and dark', () =>
  onPage({ colorScheme: 'light' }, async (page) => {
    await page.goto('/?zoek=wmo');
    await page.getByRole('searchbox', { name: 'Zoek bij Organisatie' }).fill('hoge');
    await page.locator('.found .value').first().waitFor();
    await page.getByRole('checkbox', { name: /^Bewaar/ }).first().check();
    assert.deepEqual(await violations(page), []);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await violations(page), [], 'dark');
  }));

async function widerThanWindow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test('nothing needs sideways scrolling at 320 pixels', () =>
  onEveryPage({ viewport: { width: 320, height: 640 } }, async (page, kind) => {
    assert.equal(await widerThanWindow(page), 0, kind);
    await unfold(page);
    assert.equal(await widerThanWindow(page), 0, `${kind}, unfolded`);
  }));

test('text of twice the size stays within the window', () =>
  onEveryPage({}, async (page, kind) => {
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    assert.equal(await widerThanWindow(page), 0, kind);
  }));

test('every page has one first heading, a title of its own and a language', async () => {
  const titles = new Set();
  await onEveryPage({}, async (page, kind) => {
    assert.equal(await page.locator('h1').count(), 1, kind);
    assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
    titles.add(await page.title());
  });
  assert.equal(titles.size, addresses.size);
});
