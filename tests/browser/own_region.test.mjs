// "Uw gemeente of regio": what is near comes first, the browser remembers it, and nothing of it is sent unseen.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { violations } from './support/axe.mjs';
import { useSchakel } from './support/browser.mjs';

const { onPage } = useSchakel();
const fieldOf = (page) => page.getByLabel('Uw gemeente of regio');
const chipOf = (page, name) => page.getByRole('link', { name: `Verwijder: Dicht bij ${name} eerst` });
const sent = (page) => new URL(page.url()).searchParams;

test('without scripts: results tell why they are near, and the region can be taken away', () =>
  onPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto('/');
    await page.getByLabel('Waar zoekt u naar?').fill('wmo');
    await fieldOf(page).fill('enschede');
    await page.getByRole('button', { name: 'Zoeken' }).click();
    await chipOf(page, 'Enschede').waitFor();
    assert.equal(await fieldOf(page).inputValue(), 'Enschede');
    assert.match(await page.locator('.hit').first().locator('.reason').innerText(), /^Vanuit uw regio:\s+Zelfde /);

    await page.locator('.hit h2 a').first().click();
    await page.locator('.product-head').waitFor();
    assert.equal(await fieldOf(page).inputValue(), 'Enschede');
    await page.getByRole('link', { name: 'Terug naar de resultaten' }).click();
    await chipOf(page, 'Enschede').click();
    await chipOf(page, 'Enschede').waitFor({ state: 'detached' });
    assert.equal(await page.locator('.reason').count(), 0);
    assert.equal(await fieldOf(page).inputValue(), '');
    assert.equal(sent(page).has('vanuitRegio'), false);
  }));

test('a region applies at once, is remembered and stands in the field of the next page', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  await fieldOf(page).fill('Enschede');
  await fieldOf(page).press('Tab');
  await chipOf(page, 'Enschede').waitFor();
  assert.equal(sent(page).get('vanuitRegio'), 'Enschede');

  await page.goto('/');
  assert.equal(await fieldOf(page).inputValue(), 'Enschede');
  await page.goto('/?zoek=jeugd');   // an address without a region: the field and the results agree
  await chipOf(page, 'Enschede').waitFor();
  assert.equal(await fieldOf(page).inputValue(), 'Enschede');
  assert.equal(sent(page).get('vanuitRegio'), 'Enschede');
}));

test('a region that is taken away is forgotten', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  await fieldOf(page).fill('Enschede');
  await fieldOf(page).press('Tab');
  await chipOf(page, 'Enschede').click();
  await chipOf(page, 'Enschede').waitFor({ state: 'detached' });
  assert.equal(await fieldOf(page).inputValue(), '');
  await page.goto('/?zoek=jeugd');
  assert.equal(await fieldOf(page).inputValue(), '');
  assert.equal(await page.locator('.reason').count(), 0);
}));

test('a name that is no region is explained and forgotten', () => onPage({ expected: 'status of 400' }, async (page) => {
  await page.goto('/');
  await page.getByLabel('Waar zoekt u naar?').fill('wmo');
  await fieldOf(page).fill('Entschede');
  await page.getByRole('button', { name: 'Zoeken' }).click();
  await page.getByText('Enschede').first().waitFor();
  assert.equal(await page.locator('body.error').count(), 1);
  await page.waitForLoadState('load');   // the script that forgets has run
  await page.goto('/');
  assert.equal(await fieldOf(page).inputValue(), '');
}));

test('somebody else’s region in a shared address is not remembered', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo&vanuitRegio=GM0153');
  await chipOf(page, 'Enschede').waitFor();
  await page.goto('/');
  assert.equal(await fieldOf(page).inputValue(), '');
}));

test('knowledge from municipalities like one’s own can go first, too', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo&vanuitRegio=Enschede');
  await page.getByLabel('Kennis uit gemeenten zoals Enschede eerst').check();
  await page.getByRole('link', { name: 'Verwijder: Gemeenten zoals Enschede eerst' }).waitFor();
  assert.equal(sent(page).get('lijktOp'), 'GM0153');
  assert.ok(await page.locator('.reason.like').count() > 0);
}));

test('who finds nothing hears who is near and may help', () => onPage({}, async (page) => {
  await page.goto('/?zoek=xyzzyqwv&vanuitRegio=GM0153');
  const partners = page.getByRole('region', { name: 'Wie kan helpen?' });
  assert.match(await partners.getByRole('listitem').first().innerText(), /Zelfde gemeente \(Enschede\)/);
  assert.deepEqual(await violations(page), []);
  const name = await partners.getByRole('link').first().innerText();
  await partners.getByRole('link').first().click();
  await page.locator('.product-head').waitFor();
  assert.equal(await page.locator('h1').innerText(), name);
  await page.goto('/?zoek=xyzzyqwv');
  assert.equal(await partners.count(), 0);   // nobody is nearer than anybody else
}));

test('knowledge that joins both domains is one choice of three', () => onPage({}, async (page) => {
  await page.goto('/?zoek=wmo');
  await page.getByLabel('Over sociaal én fysiek domein').check();
  await page.getByRole('link', { name: 'Verwijder filter: Over sociaal én fysiek domein' }).waitFor();
  assert.equal(sent(page).get('overstijgend'), 'domein');
  await page.getByLabel('Alle kennis').check();
  await page.waitForURL((address) => !address.searchParams.has('overstijgend'));
}));

test('on a phone the field is there and fits', () =>
  onPage({ viewport: { width: 320, height: 640 } }, async (page) => {
    await page.goto('/?zoek=wmo&vanuitRegio=provincie%20Utrecht');
    assert.ok(await fieldOf(page).isVisible());
    assert.equal(await fieldOf(page).inputValue(), 'provincie Utrecht');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  }));
