// The pages in English: everything that a reader sees and hears, and the way from one language to the other.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { unfold, violations } from './support/axe.mjs';
import { announced, useSchakel } from './support/browser.mjs';

const addresses = new Map([
  ['opening page', '/en/'],
  ['results', '/en/?zoek=wmo'],
  ['chosen filters', '/en/?zoek=wmo&thema=kennis-en-leren&regio=PV23&schaal=regionaal&jaarVan=2010&indeling=ggd'],
  ['a region of one’s own', '/en/?zoek=wmo&vanuitRegio=Enschede&lijktOp=Enschede&overstijgend=sector'],
  ['nothing found', '/en/?zoek=xyzzyqwv&type=rapport'],
  ['on your website', '/en/op-uw-website'],
  ['in a frame', '/en/insluiten?zoek=wmo'],
  ['the handbook', '/en/handleiding'],
  ['the accessibility statement', '/en/toegankelijkheid'],
]);

const { onPage } = useSchakel(async (onPage) => {
  await onPage({}, async (page) => {
    await page.goto('/en/?type=netwerk');
    addresses.set('a network', await page.locator('.hit h2 a').first().getAttribute('href'));
  });
});

for (const width of [1280, 360])
  test(`axe finds nothing at ${width} pixels, and every page says that it is in English`, async () => {
    for (const [kind, address] of addresses)
      await onPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' }, async (page) => {
        await page.goto(address, { waitUntil: 'networkidle' });   // results that are being fetched are dimmed
        await unfold(page);
        assert.deepEqual(await violations(page), [], kind);
        assert.equal(await page.locator('html').getAttribute('lang'), 'en', kind);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${kind}: fits`);
      });
  });

test('another language keeps the words and the filters, and back again', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo&type=rapport&jaarVan=2010');
  const dutch = page.url();
  const count = await page.locator('.hit').count();
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL(/\/en\/\?zoek=wmo&type=rapport&jaarVan=2010$/);
  assert.equal(await page.getByLabel('What are you looking for?').inputValue(), 'wmo');
  assert.equal(await page.locator('.hit').count(), count);
  assert.ok(await page.getByRole('link', { name: 'Remove filter: Report' }).isVisible());
  await page.getByRole('link', { name: 'Nederlands' }).click();
  await page.waitForURL(dutch);
}));

test('filters that are ticked stay in English, and the other language follows', () => onPage({}, async (page) => {
  await page.goto('/en/');
  await page.getByLabel('What are you looking for?').fill('wmo');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.locator('#uitkomst').waitFor();
  await page.waitForLoadState('load');
  await page.locator('#filter-type .value input').first().check();
  assert.match(await announced(page), /knowledge products? for ‘wmo’/);
  assert.match(page.url(), /\/en\/\?zoek=wmo&type=/);
  await page.getByRole('link', { name: 'Nederlands' }).click();
  await page.waitForURL(/[^n]\/\?zoek=wmo&type=/);
  await page.goBack();
  await page.locator('.hit h2 a').first().click();
  await page.waitForURL(/\/en\/kennisproducten\//);
  await page.getByRole('link', { name: 'Back to the results' }).click();
  await page.waitForURL(/\/en\/\?zoek=wmo&type=/);
}));

test('suggestions and a search inside a filter speak English and lead to pages in English', () => onPage({}, async (page) => {
  await page.goto('/en/');
  const asked = page.waitForRequest(/\/v1\/suggesties/);
  await page.getByLabel('What are you looking for?').fill('jeugd');
  await page.locator('#suggesties').waitFor({ state: 'visible' });
  assert.equal((await asked).headers()['accept-language'], 'en');
  assert.match(await announced(page), /suggestions?\. Choose with the arrow keys\./);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/(\?|kennisproducten)/);

  await page.goto('/en/?zoek=wmo');
  await page.getByRole('searchbox', { name: 'Search in Organisation' }).fill('hoge');
  await page.locator('.found .value').first().waitFor();
  assert.match(await announced(page), /\d+ found/);
}));

test('what one takes along is in English too', () => onPage({ acceptDownloads: true, locale: 'nl-NL' }, async (page) => {
  await page.goto('/en/?zoek=wmo');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Table (CSV)' }).click();
  const table = await readFile(await (await download).path(), 'utf8');
  assert.match(table, /^\uFEFF"Title";"Type";/);
  const feed = await page.request.get(await page.getByRole('link', { name: /feed/ }).getAttribute('href'));
  assert.match(await feed.text(), /xml:lang="en"/);
  await page.goto(addresses.get('a network'));
  assert.match(await page.locator('.citation').innerText(), /Retrieved \d|\(n\.d\.\)/);
}));
