// Other websites for the tests: small servers on ports of their own (so origins of their own), whose pages say with a strict policy
// what they let in; and an installation that lets one of them in.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startSchakel } from './schakel.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

// Resolves to { url, show(body, policy), stop }. `show` sets the body of its only page, and the Content-Security-Policy that the
// page gets besides forbidding everything of its own.
export async function startWebsite() {
  let page = { body: '', policy: '' };
  const server = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(204).end();
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; base-uri 'none'; ${page.policy}`,
    });
    response.end(`<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Een andere website</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>Een andere website</h1>${page.body}</main></body></html>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    show: (body, policy) => { page = { body, policy }; },
    stop: () => new Promise((resolve) => {
      server.closeAllConnections?.();
      server.close(resolve);
    }),
  };
}

// The installation of `startSchakel`, with a configuration that lets the scripts and frames of `website` in. Resolves to { url, stop }.
export async function startSchakelFor(website) {
  const folder = await mkdtemp(join(tmpdir(), 'schakel-widget-'));
  const file = join(folder, 'schakel.toml');
  await writeFile(file, await settingsFor(website));
  const before = process.env.SCHAKEL_CONFIG;
  process.env.SCHAKEL_CONFIG = file;
  const restore = async () => {
    if (before === undefined) delete process.env.SCHAKEL_CONFIG;
    else process.env.SCHAKEL_CONFIG = before;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const schakel = await startSchakel();
    return { url: schakel.url, stop: async () => { await schakel.stop(); await restore(); } };
  } catch (fault) {
    await restore();
    throw fault;
  }
}

// That of the repository, from another folder.
async function settingsFor(website) {
  const folder = join(repository, 'config');
  const text = await readFile(join(folder, 'schakel.toml'), 'utf8');
  const [before, paths, after] = text.split(/(\n\[paths\]\n.*?)(?=\n\[index\]\n)/s);
  const absolute = paths.replace(/^(\w+ = ")([^"/][^"]*)"/gm, `$1${folder}/$2"`);
  return (before + absolute + after)
    .replace(/^allowed_origins = .*$/m, `allowed_origins = "${website.url}"`)
    .replace(/^embedders = .*$/m, `embedders = "${website.url}"`);
}

// Calls `use` with a page of a new browser context. Fails when the console showed an error or warning (a breach of a policy is
// one), unless it matches `expected`, or something was fetched from elsewhere than `origins`.
export async function withHostPage(browser, origins, { expected, ...options }, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !expected?.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (fault) => faults.push(`script: ${fault.message}`));
  page.on('request', (request) => {
    if (!origins.some((origin) => request.url().startsWith(origin))) faults.push(`fetched from elsewhere: ${request.url()}`);
  });
  try {
    await use(page);
  } finally {
    await context.close();
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
