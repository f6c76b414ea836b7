// What a program can check of WCAG 2.2 AA, on every kind of page, wide and narrow, light and dark.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import axe from 'axe-core';

import { launchBrowser, withPage } from './support/browser.mjs';
import { startSchakel } from './support/schakel.mjs';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let schakel;
let browser;
const addresses = new Map([
  ['opening page', '/'],
  ['results', '/?zoek=wmo'],
  ['chosen filters', '/?zoek=wmo&thema=kennis-en-leren&regio=PV23&schaal=regionaal&jaarVan=2010&indeling=ggd'],
  ['a region of one’s own', '/?zoek=wmo&vanuitRegio=Enschede&lijktOp=Enschede&overstijgend=sector'],
  ['a later page', '/?sorteer=titel&pagina=2'],
  ['nothing found', '/?zoek=xyzzyqwv&type=rapport'],
  ['the handbook', '/handleiding'],
]);

before(async () => {
  schakel = await startSchakel();
  browser = await launchBrowser();
  await withPage(browser, schakel.url, {}, async (page) => {
    for (const [kind, query] of [['a network', '/?type=netwerk'], ['a report', '/?type=rapport']]) {
      await page.goto(query);
      addresses.set(kind, await page.locator('.hit h2 a').first().getAttribute('href'));
    }
  });
});

after(async () => {
  await browser?.close();
  await schakel?.stop();
});

async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), levels);
  assert.ok(found.passes.length > 15, 'axe has looked at the page');
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`);
}

async function onEveryPage(options, check) {
  for (const [kind, address] of addresses)
    await withPage(browser, schakel.url, options, async (page) => {
      await page.goto(address);
      await check(page, kind);
    });
}

const unfold = (page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));

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
  withPage(browser, schakel.url, { colorScheme: 'light' }, async (page) => {
    await page.goto('/');
    await page.getByLabel('Waar zoekt u naar?').pressSequentially('jeugd');
    await page.locator('#suggesties').waitFor({ state: 'visible' });
    await page.keyboard.press('ArrowDown');
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

test('a page on paper has no search box and no filters', () =>
  withPage(browser, schakel.url, {}, async (page) => {
    await page.goto('/?zoek=wmo');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('#zoeken').isVisible(), false);
    assert.equal(await page.locator('.filters').isVisible(), false);
    assert.ok(await page.locator('.hit').first().isVisible());
  }));
