// What a page may cost: bytes and requests of the first view, and how much of it moves after it came. Nothing comes from elsewhere:
// `withPage` fails on that.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { useSchakel } from './support/browser.mjs';

const { onPage } = useSchakel();

const mostBytes = 100_000;   // over the line, compressed, with nothing in the browser's store
const mostRequests = 22;     // a page, its style sheets, its modules and the pictures of types
const mostShift = 0.0005;    // layout shift score: less than a line that moves. A browser may paint half a line that is still coming in

async function firstView(page, address) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const seen = { bytes: 0, requests: 0, shift: 0 };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    seen.bytes += encodedDataLength;
    seen.requests += 1;
  });
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.shift += entry.value; })
      .observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  seen.shift = await page.evaluate(() => globalThis.shift);
  return seen;
}

for (const [kind, address] of [
  ['opening page', '/'],
  ['results', '/?zoek=wmo'],
  ['years chosen', '/?jaarVan=2014'],
  ['one result', '/?zoek=lijststudie'],
  ['handbook', '/handleiding'],
])
  for (const width of [1280, 360])
    test(`first view of the ${kind} at ${width} pixels: small, few requests, and nothing moves`, () =>
      onPage({ viewport: { width, height: 800 } }, async (page) => {
        const { bytes, requests, shift } = await firstView(page, address);
        assert.ok(bytes > 1_000 && bytes < mostBytes, `${bytes} bytes`);
        assert.ok(requests > 3 && requests <= mostRequests, `${requests} requests`);
        assert.ok(shift < mostShift, `${shift} moved`);
      }));

test('four times as large: a window of 1280 pixels at 400 % needs no sideways scrolling', () =>
  onPage({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, async (page) => {
    for (const address of ['/', '/?zoek=wmo&jaarVan=2014', '/toegankelijkheid']) {
      await page.goto(address);
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, address);
    }
  }));
