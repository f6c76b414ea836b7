// Another theme than the one that the server has (which accessibility.test.mjs looks at): nothing is lost on the way.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { unfold, violations } from './support/axe.mjs';
import { useSchakel } from './support/browser.mjs';

const addresses = ['/', '/?zoek=wmo&type=netwerk&jaarVan=2010&vanuitRegio=Enschede', '/?zoek=xyzzyqwv', '/toegankelijkheid'];

const { onPage } = useSchakel(async (onPage) => {
  await onPage({}, async (page) => {
    await page.goto('/?type=netwerk');
    addresses.push(await page.locator('.hit h2 a').first().getAttribute('href'));
  });
});

// Another theme in place of the one that the server has.
async function wear(page, css) {
  await page.route('**/static/themes/*.css', (route) => route.fulfill({ contentType: 'text/css', body: css }));
}

const rustig = new URL('../../searchd/web/static/themes/rustig.css', import.meta.url);

// As the theme of a municipality may be: a class, and tokens of NL Design System only.
const municipal = `.schakel-theme {
  --utrecht-document-background-color: #f4f8fb; --utrecht-document-color: #10222e; --utrecht-document-font-family: Arial, sans-serif;
  --utrecht-link-color: #00507a; --utrecht-link-hover-color: #003350; --utrecht-heading-color: #003350;
  --utrecht-button-primary-action-background-color: #00507a; --utrecht-button-primary-action-color: #ffffff;
  --utrecht-button-border-radius: 0; --utrecht-form-control-border-color: #55708a; --utrecht-separator-color: #c5d5e0;
}`;

for (const [name, css] of [['rustig', await readFile(rustig, 'utf8')], ['a municipality', municipal]])
  test(`axe finds nothing in the theme of ${name}, in light and dark`, async () => {
    const looks = new Set();
    for (const colorScheme of ['light', 'dark'])
      await onPage({ colorScheme }, async (page) => {
        await wear(page, css);
        for (const address of addresses) {
          await page.goto(address);
          await unfold(page);
          assert.deepEqual(await violations(page), [], `${address}, ${colorScheme}`);
        }
        looks.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      });
    assert.equal(looks.size, name === 'a municipality' ? 1 : 2, 'a theme without dark colours stays light');
  });
