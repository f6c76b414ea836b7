// <schakel-zoeken>, the frame and the plain form, each on a website of another origin with a strict Content-Security-Policy.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import axe from 'axe-core';

import { launchBrowser, numberIn } from './support/browser.mjs';
import { startSchakelFor, startWebsite, withHostPage } from './support/widget.mjs';

const mostBytes = 30 * 1024;   // of the module, by gzip
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let friend;     // a website that the installation lets in
let stranger;   // and one that it does not
let schakel;
let browser;

before(async () => {
  friend = await startWebsite();
  stranger = await startWebsite();
  schakel = await startSchakelFor(friend);
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await schakel?.stop();
  await stranger?.stop();
  await friend?.stop();
});

const scriptsAllowed = () => `script-src ${schakel.url}; connect-src ${schakel.url}; form-action ${schakel.url}`;
const element = (attributes = '', inside = '') =>
  `<script type="module" src="${schakel.url}/widget/schakel-zoeken.js"></script><schakel-zoeken ${attributes}>${inside}</schakel-zoeken>`;

// A page of `website` with `body`; `use` gets it when it has been loaded.
function onWebsite(website, body, policy, options, use) {
  website.show(body, policy);
  return withHostPage(browser, [website.url, schakel.url], options, async (page) => {
    await page.goto(website.url);
    await use(page);
  });
}

const withElement = (attributes, options, use) => onWebsite(friend, element(attributes), scriptsAllowed(), options, use);
const boxOf = (page) => page.getByRole('combobox', { name: 'Waar zoekt u naar?' });
const statusOf = (page) => page.locator('schakel-zoeken [role="status"]');
const hitsOf = (page) => page.locator('schakel-zoeken .hit');

async function search(page, words) {
  await boxOf(page).fill(words);
  await page.keyboard.press('Enter');
  await page.locator('schakel-zoeken .count').filter({ hasText: `‘${words}’` }).waitFor();
}

async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), levels);
  assert.ok(found.passes.length > 15, 'axe has looked at the page');
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.target} ${node.html}`).join(' | ')}`);
}

test('a search on another website shows titles, says how many there are and leads to them', () =>
  withElement('aantal="3"', {}, async (page) => {
    await page.evaluate(() => {
      document.addEventListener('schakel-resultaten', ({ detail }) => { globalThis.told = detail; });
    });
    await search(page, 'wmo');
    assert.equal(await hitsOf(page).count(), 3);
    const count = numberIn(await page.locator('schakel-zoeken .count').innerText());
    assert.ok(count > 3);
    await page.waitForFunction((number) => document.querySelector('schakel-zoeken').shadowRoot
      .querySelector('[role="status"]').textContent.startsWith(`${number} kennisproducten voor ‘wmo’`), count);
    assert.deepEqual(await page.evaluate(() => [globalThis.told.zoek, globalThis.told.aantal, globalThis.told.resultaten.length]), ['wmo', count, 3]);
    assert.ok(await page.locator('schakel-zoeken mark').count() > 0);
    const all = page.getByRole('link', { name: `Alle ${count} resultaten bekijken` });
    assert.equal(await all.getAttribute('href'), `${schakel.url}/?zoek=wmo`);
    await page.locator('schakel-zoeken .hit a').first().click();
    await page.locator('.product-head, h1').first().waitFor();
    assert.ok(page.url().startsWith(`${schakel.url}/kennisproducten/`));
  }));

test('the first results are those of the attributes, and are not called out', () =>
  withElement('thema="kennis-en-leren, jeugd-en-gezin" type="netwerk" aantal="2" zoek="" zoekpagina="/zoeken?soort=kennis"', {}, async (page) => {
    await hitsOf(page).first().waitFor();
    assert.equal(await hitsOf(page).count(), 2);
    assert.equal(await page.locator('schakel-zoeken .kind').first().innerText(), 'Kenniswerkplaats / netwerk');
    assert.equal(await statusOf(page).textContent(), '');
    const address = new URL(await page.locator('schakel-zoeken .more a').getAttribute('href'));
    assert.equal(address.origin + address.pathname, `${friend.url}/zoeken`);
    assert.deepEqual(address.searchParams.getAll('thema'), ['kennis-en-leren', 'jeugd-en-gezin']);
    assert.equal(address.searchParams.get('soort'), 'kennis');
    await page.evaluate(() => document.querySelector('schakel-zoeken').setAttribute('aantal', '4'));
    await hitsOf(page).nth(3).waitFor();
  }));

test('seen from a region, a result says why it is near, in the element and in the frame', () =>
  withElement('zoek="wmo" vanuit-regio="GM0153"', {}, async (page) => {
    const near = /Zelfde (gemeente|provincie|\S*regio)/;
    await hitsOf(page).first().waitFor();
    assert.match(await hitsOf(page).first().innerText(), near);
    await page.goto(`${schakel.url}/insluiten?zoek=wmo&vanuitRegio=GM0153`);
    assert.match(await page.locator('.frame-hit').first().innerText(), near);
  }));

test('everything can be done by keyboard: a suggestion becomes a filter, and the filter goes again', () =>
  withElement('', {}, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('jeugd');   // at once: letter by letter may give one list after another
    const list = page.getByRole('listbox', { name: 'Suggesties' });
    await list.waitFor();
    assert.equal(await boxOf(page).getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    assert.equal(await boxOf(page).getAttribute('aria-activedescendant'), null);
    await page.keyboard.press('ArrowDown');
    const pointed = page.locator('schakel-zoeken [aria-selected="true"]');
    assert.equal(await boxOf(page).getAttribute('aria-activedescendant'), await pointed.getAttribute('id'));
    const name = await pointed.locator('span').first().innerText();
    await page.keyboard.press('Enter');
    const chip = page.getByRole('button', { name: `Verwijder filter: ${name}` });
    await chip.waitFor();
    assert.equal(await boxOf(page).inputValue(), '');
    const narrowed = numberIn(await page.locator('schakel-zoeken .count').innerText());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await chip.waitFor({ state: 'detached' });
    assert.ok(await page.evaluate(() => document.querySelector('schakel-zoeken').shadowRoot.activeElement?.localName === 'input'));
    await page.waitForFunction((count) => Number.parseInt(document.querySelector('schakel-zoeken').shadowRoot
      .querySelector('.count').textContent, 10) > count, narrowed);
    await page.keyboard.type('wm');
    await list.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    assert.equal(await boxOf(page).inputValue(), 'wm');
  }));

test('what an answer holds is text, whatever it looks like', () =>
  withElement('', {}, async (page) => {
    const bad = '<img src=x onerror=alert(1)>';
    const headers = { 'Access-Control-Allow-Origin': '*' };
    await page.route('**/v1/suggesties?*', (route) => route.fulfill({ headers, json: { groepen: [
      { soort: 'thema', suggesties: [{ tekst: bad, code: 'a', gemarkeerd: `${bad}<mark>b<i>c</i></mark>` }] }, { soort: 'nieuw', suggesties: [{}] }] } }));
    await page.route('**/v1/kennisproducten?*', (route) => route.fulfill({ headers, json: {
      aantal: 1, facetten: {}, meldingen: [bad], bedoeldeU: bad, onvolledig: false,
      resultaten: [{ id: '../../x', titel: bad, organisaties: [{ code: 'o', label: bad }],
        fragmenten: [{ tekst: `${bad}&lt;b&gt; <mark>wmo<i>x</i></mark>`, pagina: 3, url: 'javascript:alert(1)' }] }] } }));
    await boxOf(page).fill('ab');
    await page.getByRole('option').waitFor();
    assert.equal(await page.getByRole('option').innerText(), `${bad}b<i>c</i>`);
    await page.keyboard.press('Enter');
    await hitsOf(page).waitFor();
    assert.equal(await page.locator('schakel-zoeken .title').innerText(), bad);
    assert.equal(await page.locator('schakel-zoeken .text').first().innerText(), `${bad}<b> wmo<i>x</i>`);
    assert.equal(await page.locator('schakel-zoeken img, schakel-zoeken i').count(), 0);
    assert.equal(await page.locator('schakel-zoeken a[href^="javascript"]').count(), 0);
    assert.equal(await page.locator('schakel-zoeken .title a').getAttribute('href'), `${schakel.url}/kennisproducten/..%2F..%2Fx`);
  }));

test('an answer that comes late does not take the place of a later one', () =>
  withElement('zonder-suggesties', {}, async (page) => {
    const box = page.getByRole('searchbox', { name: 'Waar zoekt u naar?' });
    await page.route('**/v1/kennisproducten?zoek=welzijn*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue().catch(() => {});   // it was withdrawn meanwhile
    });
    await box.fill('welzijn');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('schakel-zoeken').shadowRoot
      .querySelector('[role="status"]').textContent.startsWith('Bezig met zoeken'));
    await box.fill('wmo');
    await page.keyboard.press('Enter');
    const count = page.locator('schakel-zoeken .count');
    await count.filter({ hasText: '‘wmo’' }).waitFor();
    await page.waitForTimeout(1000);
    assert.match(await count.innerText(), /‘wmo’/);
  }));

test('a failure and nothing found say what a visitor can do', () =>
  withElement('', { expected: /429|schakel-zoeken: / }, async (page) => {
    await search(page, 'xyzzyqwv');
    assert.match(await page.locator('schakel-zoeken .outcome').innerText(), /Niets gevonden.*gebruik minder woorden/s);
    await search(page, 'wmo xyzzyqwv');
    assert.match(await page.locator('schakel-zoeken .outcome').innerText(), /Gezocht met een deel van uw woorden\./);
    await page.route('**/v1/kennisproducten?*', (route) => route.fulfill({ status: 429, headers: { 'Access-Control-Allow-Origin': '*' }, body: '{}' }));
    await boxOf(page).fill('wmo');
    await page.keyboard.press('Enter');
    await page.getByText('Probeer het over een minuut opnieuw').first().waitFor();
    assert.equal(await page.getByRole('link', { name: 'Naar de zoekpagina' }).getAttribute('href'), `${schakel.url}/?zoek=wmo`);
    await page.unroute('**/v1/kennisproducten?*');
    await search(page, 'wmo');
  }));

test('who found nothing is told who can help near them', () =>
  withElement('regio="gemeente:Enschede"', {}, async (page) => {
    await search(page, 'xyzzyqwv');
    assert.match(await page.locator('schakel-zoeken .outcome').innerText(), /Deze organisaties? (kan|kunnen) u misschien verder helpen:/);
    const partner = page.locator('schakel-zoeken .referrals a').first();
    assert.match(await partner.getAttribute('href'), new RegExp(`^${schakel.url}/kennisproducten/`));
    await search(page, 'wmo');
    assert.equal(await page.locator('schakel-zoeken .referrals').count(), 0);
  }));

test('a website that is not let in shows how to go on, without results', () =>
  onWebsite(stranger, element(), scriptsAllowed(), { expected: /CORS|ERR_FAILED|schakel-zoeken: / }, async (page) => {
    await boxOf(page).fill('wmo');
    await page.keyboard.press('Enter');
    await page.locator('schakel-zoeken .more a').waitFor();
    assert.equal(await hitsOf(page).count(), 0);
    assert.match(await page.locator('schakel-zoeken .outcome').innerText(), /Zoeken lukt nu niet/);
  }));

test('a key goes along in a header, never in the address', () =>
  withElement('sleutel="abc-123" zoek="wmo" zonder-suggesties', { expected: /401|CORS|schakel-zoeken: |ERR_FAILED/ }, async (page) => {
    const asked = [];
    await page.route('**/v1/kennisproducten?*', (route) => {
      asked.push({ key: route.request().headers()['x-api-key'], address: route.request().url() });
      return route.fulfill({ headers: { 'Access-Control-Allow-Origin': '*' }, json: { aantal: 0, facetten: {}, meldingen: [], resultaten: [] } });
    });
    await page.reload();
    await page.locator('schakel-zoeken .count').waitFor();
    assert.equal(asked[0].key, 'abc-123');
    assert.ok(!asked[0].address.includes('abc-123'));
  }));

test('beside a filter of the website, a suggestion of that kind narrows by its words', () =>
  withElement('thema="kennis-en-leren"', {}, async (page) => {
    await boxOf(page).fill('jeugd en');
    await page.getByRole('option', { name: /^jeugd en gezin/ }).first().click();
    await page.locator('schakel-zoeken .count').waitFor();
    assert.equal(await boxOf(page).inputValue(), 'jeugd en gezin');
    const address = new URL(await page.locator('schakel-zoeken .more a').getAttribute('href'));
    assert.deepEqual(address.searchParams.getAll('thema'), ['kennis-en-leren']);
  }));

test('English on request', () =>
  withElement('taal="en"', {}, async (page) => {
    await page.getByRole('combobox', { name: 'What are you looking for?' }).fill('wmo');
    await page.getByRole('button', { name: 'Search' }).click();
    const all = page.getByRole('link', { name: /^See all \d+ results$/ });
    assert.match(await all.getAttribute('href'), /\/en\/\?zoek=wmo/);
    assert.equal(await page.locator('schakel-zoeken .box').getAttribute('lang'), 'en');
    assert.equal(await page.locator('schakel-zoeken .title').first().getAttribute('lang'), 'nl');
  }));

test('without scripts the form inside the element leads to the results', () => {
  const form = `<form action="${schakel.url}/"><label>Zoek <input name="zoek"></label><button>Ga</button></form>`;
  return onWebsite(friend, element('', form), scriptsAllowed(), { javaScriptEnabled: false }, async (page) => {
    await page.getByLabel('Zoek').fill('wmo');
    await page.getByRole('button', { name: 'Ga' }).click();
    await page.locator('#uitkomst').waitFor();
    assert.equal(page.url(), `${schakel.url}/?zoek=wmo`);
  });
});

test('the module is light, may be fetched from everywhere and is asked for anew', async () => {
  const address = `${schakel.url}/widget/schakel-zoeken.js`;
  const answer = await fetch(address);
  assert.ok(gzipSync(await answer.text()).length <= mostBytes);
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  assert.match(answer.headers.get('cache-control'), /no-cache/);
  const again = await fetch(address, { headers: { 'If-None-Match': answer.headers.get('etag') } });
  assert.equal(again.status, 304);
});

for (const width of [1280, 320])
  test(`axe finds nothing in three house styles at ${width} pixels, in light and dark`, () =>
    withHostPage(browser, [schakel.url], { viewport: { width, height: 900 }, colorScheme: 'light' }, async (page) => {
      await page.goto(`${schakel.url}/widget/voorbeeld.html`);
      await page.waitForFunction(() => [...document.querySelectorAll('schakel-zoeken')].every((one) => one.shadowRoot?.querySelector('.hit')));
      assert.equal(await page.locator('schakel-zoeken').count(), 3);
      assert.deepEqual(await violations(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, 'no sideways scrolling');
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.evaluate(() => document.querySelector('.plain schakel-zoeken').setAttribute('kleuren', 'donker'));
      for (const host of ['.plain', '.municipality', '.dark']) {
        const box = page.locator(host).getByRole('combobox');
        await box.fill('');
        await box.fill('jeugd');
        await page.locator(`${host} schakel-zoeken [role="option"]`).first().waitFor();
        await page.keyboard.press('ArrowDown');
        assert.deepEqual(await violations(page), [], `${host} with suggestions`);
        await page.keyboard.press('Escape');
      }
    }));

test('the element follows the colours of its page, or those it is told', () =>
  withElement('kleuren="systeem"', { colorScheme: 'dark' }, async (page) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.querySelector('schakel-zoeken').shadowRoot.querySelector('.box')).backgroundColor);
    const dark = await ground();
    await page.evaluate(() => document.querySelector('schakel-zoeken').removeAttribute('kleuren'));
    const ofPage = await ground();
    assert.notEqual(dark, ofPage);
    assert.equal(ofPage, 'rgb(255, 255, 255)');
    await page.evaluate(() => document.querySelector('schakel-zoeken').setAttribute('kleuren', 'donker'));
    assert.equal(await ground(), dark);
  }));

test('in forced colours every letter of a suggestion can be seen', () =>
  withElement('', { forcedColors: 'active', colorScheme: 'dark' }, async (page) => {
    await boxOf(page).fill('jeugd');
    const mark = page.locator('schakel-zoeken [role="option"] mark').first();
    await mark.waitFor();
    const [text, around] = await mark.evaluate((one) => [getComputedStyle(one).color, getComputedStyle(one.parentElement).color]);
    assert.equal(text, around);
  }));

// What a webmaster copies from the page about it.
async function copied(id) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${schakel.url}/op-uw-website`);
  const button = page.locator(`#${id} + .copy button`);
  await button.click();
  await button.filter({ hasText: 'Gekopieerd' }).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await context.close();
  return text;
}

test('the element as copied from the page about it works', async () => {
  const [body, policy] = [await copied('tekst-zoekvak'), await copied('tekst-beleid')];
  await onWebsite(friend, body, policy, {}, async (page) => {
    await search(page, 'wmo');
    assert.equal(await hitsOf(page).count(), 5);
  });
});

test('the frame as copied shows the search where it may, also when the page is loaded again', async () => {
  const [body, policy] = [await copied('tekst-frame'), await copied('tekst-framebeleid')];
  await onWebsite(friend, body, `${policy}; style-src 'self'`, {}, async (page) => {
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('Waar zoekt u naar?').fill('wmo');
    await frame.getByRole('button', { name: 'Zoeken' }).click();
    await frame.getByRole('heading', { name: 'voor ‘wmo’' }).waitFor();
    await frame.getByRole('link', { name: 'Volgende' }).click();
    await frame.getByText('Pagina 2 van').waitFor();
    await page.reload();
    await frame.getByLabel('Waar zoekt u naar?').fill('welzijn');
    await frame.getByRole('button', { name: 'Zoeken' }).click();
    await frame.getByRole('heading', { name: 'voor ‘welzijn’' }).waitFor();
    await frame.locator('.frame-hit a').first().click();
    await page.waitForURL((address) => address.href.startsWith(`${schakel.url}/kennisproducten/`));
  });
});

test('the frame gives suggestions, and a title opens in the whole window', async () => {
  const [body, policy] = [await copied('tekst-frame'), await copied('tekst-framebeleid')];
  await onWebsite(friend, body, `${policy}; style-src 'self'`, {}, async (page) => {
    const frame = page.frameLocator('iframe');
    await frame.getByRole('combobox', { name: 'Waar zoekt u naar?' }).fill('werkplaats');
    await frame.getByRole('group', { name: 'Titels' }).getByRole('option').first().click();
    await page.waitForURL((address) => address.href.startsWith(`${schakel.url}/kennisproducten/`));
  });
});

test('a website that is not let in cannot show the frame', async () => {
  const body = await copied('tekst-frame');
  await onWebsite(stranger, body, `frame-src ${schakel.url}`, { expected: /frame-ancestors|Refused|Framing/ }, async (page) => {
    const refused = page.waitForEvent('console', { predicate: (message) => /frame-ancestors|Refused|Framing/.test(message.text()) });
    await page.reload();
    await refused;
    assert.equal(await page.frameLocator('iframe').getByLabel('Waar zoekt u naar?').count(), 0);
  });
});

test('the form as copied leads to the results, without scripts', async () => {
  const body = await copied('tekst-formulier');
  await onWebsite(stranger, body, `form-action ${schakel.url}`, { javaScriptEnabled: false }, async (page) => {
    await page.getByLabel('Waar zoekt u naar?').fill('wmo');
    await page.getByRole('button', { name: 'Zoeken' }).click();
    await page.locator('#uitkomst').waitFor();
    const { searchParams } = new URL(page.url());
    assert.deepEqual([searchParams.get('zoek'), searchParams.get('thema')], ['wmo', 'eenzaamheid']);
  });
});

for (const address of ['/op-uw-website', '/insluiten', '/insluiten?zoek=wmo&thema=kennis-en-leren', '/insluiten?zoek=xyzzyqwv'])
  for (const width of [1280, 320])
    test(`axe finds nothing on ${address} at ${width} pixels, in light and dark`, () =>
      withHostPage(browser, [schakel.url], { viewport: { width, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' }, async (page) => {
        await page.goto(schakel.url + address, { waitUntil: 'networkidle' });  // results that are being fetched are dimmed
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, 'no sideways scrolling');
        await page.emulateMedia({ colorScheme: 'dark' });
        assert.deepEqual(await violations(page), [], 'dark');
      }));
