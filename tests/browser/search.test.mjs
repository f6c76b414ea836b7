// A reader's way through the page: search, narrow down, open a result and come back. With scripts, without, and by keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { announced, headingCount, numberIn, useSchakel } from './support/browser.mjs';

const { onPage } = useSchakel();

async function search(page, words) {
  await page.goto('/');
  await page.getByLabel('Waar zoekt u naar?').fill(words);
  await page.getByRole('button', { name: 'Zoeken' }).click();
  await page.locator('#uitkomst').waitFor();
  await page.waitForLoadState('load');   // the scripts that apply a filter at once have run
}

// The first box of a facet with a number, that number, and whether choosing it changes something.
async function narrowingBox(page, facet) {
  const total = await headingCount(page);
  for (const value of await page.locator(`#filter-${facet} > .values > .value`).all()) {
    const count = numberIn(await value.locator('.count').first().innerText());
    if (count > 0 && count < total) return { box: value.locator('input').first(), count };
  }
  throw new Error(`no value of ${facet} narrows the results down`);
}

test('ticking a filter applies it at once, keeps the focus and says the new count', () => onPage({}, async (page) => {
  await search(page, 'wmo');
  const { box, count } = await narrowingBox(page, 'type');
  const id = await box.getAttribute('id');
  await box.check();
  assert.equal(numberIn(await announced(page)), count);
  assert.equal(await headingCount(page), count);
  assert.equal(await page.locator('.hit').count(), Math.min(count, 10));
  assert.equal(await page.evaluate(() => document.activeElement.id), id);
  assert.match(page.url(), /\?zoek=wmo&type=/);

  const title = await page.locator('.hit h2 a').first().innerText();
  await page.locator('.hit h2 a').first().click();
  await page.locator('.product-head').waitFor();
  assert.equal(await page.locator('h1').innerText(), title);
  await page.getByRole('link', { name: 'Terug naar de resultaten' }).click();
  await page.locator('#uitkomst').waitFor();
  assert.equal(await headingCount(page), count);
  assert.ok(await page.locator(`#${id}`).isChecked());
}));

test('the Back button takes filters away one by one', () => onPage({}, async (page) => {
  await search(page, 'wmo');
  const total = await headingCount(page);
  const { box, count } = await narrowingBox(page, 'thema');
  const id = await box.getAttribute('id');
  await box.check();
  await announced(page);
  await page.goBack();
  await page.waitForFunction((box) => !document.getElementById(box).checked, id);
  assert.equal(await headingCount(page), total);
  await page.goForward();
  await page.waitForFunction((box) => document.getElementById(box).checked, id);
  assert.equal(await headingCount(page), count);
}));

test('removing a filter by its chip moves the focus to the new count', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo&type=rapport&type=netwerk');
  await page.getByRole('link', { name: 'Verwijder filter: Rapport' }).click();
  await announced(page);
  assert.equal(new URL(page.url()).search, '?zoek=wmo&type=netwerk');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'uitkomst');
}));

test('removing the last filter of a page without words leads to the opening page', () => onPage({}, async (page) => {
  await page.goto('/?type=rapport');
  await page.getByRole('link', { name: 'Verwijder filter: Rapport' }).click();
  await page.getByRole('heading', { level: 1, name: 'Vind kennis' }).waitFor();
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/');
}));

test('another region scheme shows its regions and keeps what was chosen', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo&regio=PV23');
  await page.getByLabel('Indeling').selectOption('ggd');
  await announced(page);
  assert.match(page.url(), /regio=PV23&indeling=ggd|indeling=ggd&regio=PV23/);
  assert.ok(await page.locator('#regio-PV23').isChecked());
  assert.ok(await page.locator('#filter-regio').getByText('GGD', { exact: false }).count() > 0);
}));

test('a year that is no year is not sent', () => onPage({}, async (page) => {
  await search(page, 'wmo');
  await page.getByLabel('Vanaf').fill('abc');
  await page.getByLabel('Vanaf').blur();
  assert.equal(new URL(page.url()).search.includes('jaarVan=abc'), false);
  await page.getByLabel('Vanaf').fill('2016');
  await page.getByLabel('Vanaf').blur();
  await announced(page);
  assert.match(page.url(), /jaarVan=2016/);
}));

test('what is unfolded stays unfolded when a filter is ticked', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  await page.locator('#filter-thema .parts summary').first().click();
  const { box } = await narrowingBox(page, 'type');
  await box.check();
  await announced(page);
  assert.ok(await page.locator('#filter-thema .parts[open]').count() > 0);
}));

test('without scripts the same way works with the button', () => onPage({ javaScriptEnabled: false }, async (page) => {
  await search(page, 'wmo');
  const { box, count } = await narrowingBox(page, 'type');
  const id = await box.getAttribute('id');
  await box.check();
  await page.getByRole('button', { name: 'Filters toepassen' }).first().click();
  await page.waitForURL(/type=/);
  assert.equal(await headingCount(page), count);
  assert.ok(await page.locator(`#${id}`).isChecked());

  const title = await page.locator('.hit h2 a').first().innerText();
  await page.locator('.hit h2 a').first().click();
  await page.locator('.product-head').waitFor();
  assert.equal(await page.locator('h1').innerText(), title);
  await page.getByRole('link', { name: 'Terug naar de resultaten' }).click();
  await page.locator('#uitkomst').waitFor();
  assert.equal(await headingCount(page), count);
  await page.getByRole('link', { name: /^Verwijder filter/ }).click();
  await page.waitForURL((address) => !address.searchParams.has('type'));
  assert.ok(await headingCount(page) > count);
}));

test('without scripts one can leaf through the results', () => onPage({ javaScriptEnabled: false }, async (page) => {
  await page.goto('/?sorteer=titel');
  const first = await page.locator('.hit h2').first().innerText();
  await page.getByRole('link', { name: 'Volgende pagina' }).click();
  await page.waitForURL(/pagina=2/);
  assert.match(await page.locator('.paging').innerText(), /Pagina 2 van \d+/);
  assert.notEqual(await page.locator('.hit h2').first().innerText(), first);
  await page.getByRole('link', { name: 'Vorige pagina' }).click();
  await page.waitForURL((address) => !address.searchParams.has('pagina'));
  assert.equal(await page.locator('.hit h2').first().innerText(), first);
}));

// Tab until `reached` is true of the focused element.
async function tabTo(page, reached, what) {
  for (let presses = 0; presses < 250; ++presses) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(reached)) return;
  }
  throw new Error(`the keyboard does not reach ${what}`);
}

test('the keyboard alone is enough', () => onPage({}, async (page) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Naar de inhoud');
  await page.keyboard.press('/');
  await page.keyboard.type('wmo');
  await page.keyboard.press('Enter');
  await page.locator('#uitkomst').waitFor();
  const total = await headingCount(page);

  await tabTo(page, () => document.activeElement.matches('#filter-schaal input[value="regionaal"]'), 'a filter');
  const ringed = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(ringed, 'none');
  await page.keyboard.press('Space');
  await announced(page);
  assert.ok(await headingCount(page) < total);

  await tabTo(page, () => document.activeElement.matches('.hit h2 a'), 'a result');
  const title = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press('Enter');
  await page.locator('.product-head').waitFor();
  assert.equal(await page.locator('h1').innerText(), title);
  await tabTo(page, () => document.activeElement.textContent === 'Terug naar de resultaten', 'the way back');
  await page.keyboard.press('Enter');
  await page.locator('#uitkomst').waitFor();
  assert.ok(await page.locator('#schaal-regionaal').isChecked());
}));

test('the shortcut can be switched off, and that is remembered', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  await page.getByRole('button', { name: 'Sneltoets uitzetten' }).click();
  await page.reload();
  await page.locator('#sneltoets').waitFor();
  await page.keyboard.press('/');
  assert.notEqual(await page.evaluate(() => document.activeElement.id), 'zoek');
  await page.getByRole('button', { name: 'Sneltoets aanzetten' }).click();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'zoek');
}));

test('on a phone the filters fold away and tell how many are chosen', () =>
  onPage({ viewport: { width: 360, height: 800 } }, async (page) => {
    await page.goto('/?zoek=wmo&type=rapport');
    const button = page.locator('.filter-panel > summary');
    assert.match(await button.innerText(), /^Filters \(1/);
    assert.equal(await page.locator('#filter-type').isVisible(), false);
    await button.click();
    await page.locator('#filter-type').waitFor({ state: 'visible' });
    await page.locator('#type-rapport').uncheck();
    await announced(page);
    assert.ok(await page.locator('#filter-type').isVisible());
  }));

test('text that looks like markup is shown as text', () => onPage({}, async (page) => {
  const words = '<img src=x onerror=alert(1)>"\'&';
  await page.goto(`/?${new URLSearchParams({ zoek: words })}`);
  assert.equal(await page.locator('#zoek').inputValue(), words);
  assert.equal(await page.locator('main img').count(), 0);
}));
