// Filters that are more than boxes: the years with their bars and knobs, and searching in a long filter.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { announced, headingCount, numberIn, useSchakel } from './support/browser.mjs';

const { onPage } = useSchakel();
const sent = (page) => new URL(page.url()).searchParams;
const firstYear = (page) => page.getByRole('slider', { name: 'Eerste jaar' });
const lastYear = (page) => page.getByRole('slider', { name: 'Laatste jaar' });

test('a knob limits the years by keyboard, says its year and keeps the focus', () => onPage({}, async (page) => {
  await page.goto('/?sorteer=titel');
  const total = await headingCount(page);
  const first = Number(await firstYear(page).getAttribute('min'));
  await firstYear(page).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await firstYear(page).getAttribute('aria-valuetext'), `vanaf ${first + 1}`);
  assert.equal(await page.getByLabel('Vanaf', { exact: true }).inputValue(), String(first + 1));
  await announced(page);
  assert.equal(sent(page).get('jaarVan'), String(first + 1));
  assert.ok(await headingCount(page) < total);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'schuif-van');

  await page.keyboard.press('Home');
  await page.waitForURL((address) => !address.searchParams.has('jaarVan'));
  assert.equal(await headingCount(page), total);
}));

test('the bars still show all years when some are chosen, and mark those outside', () => onPage({}, async (page) => {
  await page.goto('/?sorteer=titel');
  const bars = await page.locator('.bars rect').count();
  const last = await lastYear(page).getAttribute('max');
  await page.goto(`/?sorteer=titel&jaarVan=${last}`);
  assert.equal(await page.locator('.bars rect').count(), bars);
  assert.equal(await page.locator('.bars rect:not(.outside)').count(), 1);
  assert.match(await page.locator('.bars').getAttribute('aria-label'), /^Kennisproducten per jaar, van \d{4} tot en met \d{4}\./);
}));

test('the knobs do not pass each other', () => onPage({}, async (page) => {
  await page.goto('/?sorteer=titel');
  await lastYear(page).focus();
  await page.keyboard.press('Home');
  assert.equal(await lastYear(page).inputValue(), await firstYear(page).inputValue());
  await announced(page);
  assert.equal(sent(page).get('jaarTotEnMet'), await firstYear(page).getAttribute('min'));
}));

test('a year that is typed moves the knob', () => onPage({}, async (page) => {
  await page.goto('/?sorteer=titel');
  const last = await lastYear(page).getAttribute('max');
  await page.getByLabel('Vanaf', { exact: true }).fill(last);
  await page.getByLabel('Vanaf', { exact: true }).press('Tab');
  await announced(page);
  assert.equal(await firstYear(page).inputValue(), last);
}));

test('without scripts the bars are there and the fields do the work', () => onPage({ javaScriptEnabled: false }, async (page) => {
  await page.goto('/?sorteer=titel');
  assert.ok(await page.locator('.bars').isVisible());
  assert.equal(await firstYear(page).count(), 0);
  assert.equal(await page.locator('#zoekbij-organisatie').isVisible(), false);
  const total = await headingCount(page);
  await page.getByLabel('Tot en met', { exact: true }).fill('2015');
  await page.getByRole('button', { name: 'Filters toepassen' }).first().click();
  await page.waitForURL(/jaarTotEnMet=2015/);
  assert.ok(await headingCount(page) < total);
}));

test('a value is found by a part of its name, with its count, and can be ticked there', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  const box = page.getByRole('searchbox', { name: 'Zoek bij Organisatie' });
  await box.fill('saxi');
  const found = page.locator('#zoekbij-organisatie .found .value');
  await found.first().waitFor();
  assert.match(await announced(page), /^1 gevonden$/);
  const count = numberIn(await found.locator('.count').innerText());
  await found.getByLabel(/^Saxion/).check();
  await page.waitForFunction((count) => document.getElementById('uitkomst').textContent.startsWith(`${count} `), count);
  assert.equal(sent(page).get('organisatie'), 'saxion');
  assert.equal(await box.inputValue(), 'saxi');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'gevonden-organisatie-saxion');
  assert.ok(await found.getByLabel(/^Saxion/).isChecked());

  await page.keyboard.press('Space');   // the list is made anew under the focus, which stays
  await page.waitForURL((address) => !address.searchParams.has('organisatie'));
}));

test('what is not there is said, and emptying the box takes the list away', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  const box = page.getByRole('searchbox', { name: 'Zoek bij Organisatie' });
  await box.fill('qqqq');
  const none = page.locator('#zoekbij-organisatie .none');
  await none.waitFor();
  assert.equal(await none.innerText(), 'Niets gevonden.');
  assert.equal(await announced(page), 'Niets gevonden.');
  await box.fill('');
  await none.waitFor({ state: 'hidden' });
  assert.equal(await page.locator('#zoekbij-organisatie .found').isVisible(), false);
}));

test('a label is never markup', () => onPage({}, async (page) => {
  const label = '<img src=x onerror=alert(1)>';
  await page.route('**/v1/facetten/**', (route) => route.fulfill({
    json: { waarden: [{ code: 'x', label, aantal: 3, status: 'beschikbaar', ouders: [{ code: 'y', label }] }] } }));
  await page.goto('/?zoek=wmo');
  await page.getByRole('searchbox', { name: 'Zoek bij Organisatie' }).fill('img');
  const found = page.locator('#zoekbij-organisatie .found');
  await found.locator('.value').waitFor();
  assert.equal(await found.locator('img').count(), 0);
  assert.ok((await found.innerText()).includes(label));
}));
