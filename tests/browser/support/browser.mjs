// Chromium, and pages that remember what went wrong in them.

import { after, before } from 'node:test';

import { chromium } from 'playwright-core';

import { startSchakel } from './schakel.mjs';

// The real programs and a browser for all tests of a file. Gives `onPage(options, use)`, which is `withPage` with these.
// `prepare(onPage)` is called once they run.
export function useSchakel(prepare = async () => {}) {
  let schakel;
  let browser;
  const onPage = (options, use) => withPage(browser, schakel.url, options, use);
  before(async () => {
    schakel = await startSchakel();
    browser = await launchBrowser();
    await prepare(onPage);
  });
  after(async () => {
    await browser?.close();
    await schakel?.stop();
  });
  return { onPage };
}

export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

// Calls `use` with a page of a new browser context; `options` as for newContext. Fails when the console showed an error, unless
// it has the text `options.expected`, or something was fetched from another host than `url`.
export async function withPage(browser, url, { expected, ...options }, use) {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    const isFault = message.type() === 'error' || message.type() === 'warning';
    if (isFault && !(expected && message.text().includes(expected))) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (fault) => faults.push(`script: ${fault.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`fetched from elsewhere: ${request.url()}`);
  });
  try {
    await use(page);
  } finally {
    await context.close();
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

// The first whole number of a text as the page writes it: "1.234 kennisproducten" → 1234.
export function numberIn(text) {
  const found = text.match(/\d{1,3}(?:\.\d{3})*/);
  return found ? Number(found[0].replaceAll('.', '')) : 0;
}

// The number of results that the heading tells.
export const headingCount = async (page) => numberIn(await page.locator('h1').innerText());

// What a screen reader is told, once it is told something. Taken out of the page, so that the next call waits for what is told next.
export async function announced(page) {
  const told = await page.waitForFunction(() => {
    const line = document.getElementById('melding');
    const text = line.textContent;
    line.textContent = '';
    return text;
  });
  return told.jsonValue();
}
