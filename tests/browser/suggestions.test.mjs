// Suggestions below the search box, and results while typing: by keyboard, by pointer, on a phone, and when they fail.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { violations } from './support/axe.mjs';
import { announced, numberIn, useSchakel } from './support/browser.mjs';

const { onPage } = useSchakel();
const pathOf = (page) => new URL(page.url()).pathname + new URL(page.url()).search;
const boxOf = (page) => page.getByRole('combobox', { name: 'Waar zoekt u naar?' });

// Types, and waits for the list. At once and not letter by letter: there is one list then, and none comes later.
async function type(page, words) {
  await boxOf(page).fill(words);
  await page.locator('#suggesties').waitFor({ state: 'visible' });
}

// The suggestion that the arrow keys point at, as assistive technology hears of it.
const pointedAt = (page) => page.evaluate(() => {
  const id = document.getElementById('zoek').getAttribute('aria-activedescendant');
  const option = id && document.getElementById(id);
  return option ? { text: option.querySelector('span').textContent, selected: option.getAttribute('aria-selected') } : null;
});

// Presses the down arrow until `group` is pointed into.
async function pointInto(page, group) {
  for (let presses = 0; presses < 9; ++presses) {
    await page.keyboard.press('ArrowDown');
    const heading = await page.evaluate(() =>
      document.querySelector('[aria-selected="true"]')?.parentElement.firstElementChild.textContent);
    if (heading === group) return pointedAt(page);
  }
  throw new Error(`there are no suggestions of ${group}`);
}

test('the arrow keys go through the list and back to what was typed', () => onPage({}, async (page) => {
  await page.goto('/');
  assert.equal(await boxOf(page).getAttribute('aria-expanded'), 'false');
  await type(page, 'jeugd');
  assert.equal(await boxOf(page).getAttribute('aria-expanded'), 'true');
  const told = await announced(page);
  assert.match(told, /^\d+ suggesties/);
  assert.equal(numberIn(told), await page.getByRole('option').count());

  assert.equal(await pointedAt(page), null);
  await page.keyboard.press('ArrowDown');
  const first = await pointedAt(page);
  assert.equal(first.selected, 'true');
  await page.keyboard.press('ArrowUp');
  assert.equal(await pointedAt(page), null);
  await page.keyboard.press('ArrowUp');
  assert.notEqual((await pointedAt(page)).text, first.text);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.deepEqual(await pointedAt(page), first);
  assert.equal(await boxOf(page).inputValue(), 'jeugd');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'zoek');
}));

test('Escape closes the list and keeps the words, Enter then searches for them', () => onPage({}, async (page) => {
  await page.goto('/');
  await type(page, 'jeugd');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#suggesties').isVisible(), false);
  assert.equal(await boxOf(page).getAttribute('aria-expanded'), 'false');
  assert.equal(await boxOf(page).inputValue(), 'jeugd');
  await page.keyboard.press('Enter');
  await page.locator('#uitkomst').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('zoek'), 'jeugd');
}));

test('a theme becomes a filter, beside the filters that there are', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo&type=netwerk');
  await boxOf(page).fill('');
  await type(page, 'jeugd');
  const theme = await pointInto(page, 'Thema’s');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: new RegExp(`^Verwijder filter: ${theme.text}`, 'i') }).waitFor();
  assert.ok(await page.locator('#type-netwerk').isChecked());
  assert.equal(await boxOf(page).inputValue(), '');
}));

test('a title leads to the product, and from there one comes back', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  await boxOf(page).fill('');
  await type(page, 'werkplaats');
  const title = await pointInto(page, 'Titels');
  await page.keyboard.press('Enter');
  await page.locator('.product-head').waitFor();
  assert.equal(await page.locator('h1').innerText(), title.text);
  await page.getByRole('link', { name: 'Terug naar de resultaten' }).click();
  await page.locator('#uitkomst').waitFor();
}));

test('a suggestion can be clicked on, and leaving the box closes the list', () =>
  onPage({ viewport: { width: 360, height: 740 }, hasTouch: true }, async (page) => {
    await page.goto('/');
    await type(page, 'jeugd');
    assert.ok(await page.evaluate(() => {
      const list = document.getElementById('suggesties').getBoundingClientRect();
      return list.left >= 0 && list.right <= document.documentElement.clientWidth;
    }), 'the list is within the window');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('#suggesties').isVisible(), false);
    await boxOf(page).press('ArrowDown');
    await page.getByRole('option').first().tap();
    await page.locator('#uitkomst').waitFor();
    assert.match(pathOf(page), /^\/\?thema=/);
  }));

test('in a frame a theme is searched for by its name, and a title leaves the frame', () => onPage({}, async (page) => {
  await page.goto('/insluiten?type=netwerk&type=rapport');
  await type(page, 'jeugd');
  assert.deepEqual(await violations(page), []);
  const theme = await pointInto(page, 'Thema’s');
  await page.keyboard.press('Enter');
  await page.locator('.frame-outcome').waitFor();
  const asked = new URL(page.url());
  assert.equal(asked.pathname, '/insluiten');
  assert.equal(asked.searchParams.get('zoek'), theme.text);
  assert.deepEqual(asked.searchParams.getAll('type'), ['netwerk', 'rapport']);

  await boxOf(page).fill('');
  await type(page, 'werkplaats');
  const title = await pointInto(page, 'Titels');
  await page.keyboard.press('Enter');
  await page.locator('.product-head').waitFor();
  assert.equal(await page.locator('h1').innerText(), title.text);
}));

test('when suggestions fail, searching goes on', () => onPage({}, async (page) => {
  await page.route('**/v1/suggesties*', (route) => route.fulfill({ json: { zoek: '', groepen: [{ soort: 'nieuw', suggesties: [] }] } }));
  await page.goto('/');
  const asked = page.waitForResponse('**/v1/suggesties*');
  await boxOf(page).pressSequentially('jeugd');
  await asked;
  assert.equal(await page.locator('#suggesties').isVisible(), false);
  await page.keyboard.press('Enter');
  await page.locator('#uitkomst').waitFor();
}));

test('text of a suggestion is never markup', () => onPage({}, async (page) => {
  const gemarkeerd = 'a<img src=x onerror=alert(1)><mark>b<i>c</i></mark>&lt;b&gt;';
  await page.route('**/v1/suggesties*', (route) => route.fulfill({
    json: { zoek: 'ab', groepen: [{ soort: 'thema', suggesties: [{ tekst: 'a', code: 'a', gemarkeerd }] }] } }));
  await page.goto('/');
  await type(page, 'ab');
  assert.equal(await page.getByRole('option').innerText(), 'a<img src=x onerror=alert(1)>b<i>c</i><b>');
  assert.equal(await page.locator('#suggesties img, #suggesties i').count(), 0);
}));

// What a reader sees of a search while typing: the heading changes without a page being loaded.
const headingOf = (page, words) => page.getByRole('heading', { level: 1, name: `voor ‘${words}’` }).waitFor();

test('results follow the typing, and one step back leads to the search before', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  const whole = numberIn(await page.locator('h1').innerText());
  await boxOf(page).fill('werkpla');
  await headingOf(page, 'werkpla');
  assert.ok(numberIn(await page.locator('h1').innerText()) > 0, 'half a word finds something');
  assert.match(pathOf(page), /tijdensTypen=true/);
  await boxOf(page).fill('werkplaat');
  await headingOf(page, 'werkplaat');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'zoek');
  await page.goBack();
  await headingOf(page, 'wmo');
  assert.equal(numberIn(await page.locator('h1').innerText()), whole);
  assert.equal(await boxOf(page).inputValue(), 'wmo');
}));

test('Enter asks for whole words', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  await boxOf(page).fill('werkpla');
  await headingOf(page, 'werkpla');
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => !address.searchParams.has('tijdensTypen'));
  assert.equal(new URL(page.url()).searchParams.get('zoek'), 'werkpla');
}));
