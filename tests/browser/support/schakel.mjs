// The real programs for the tests: an index of corpus/records and of what lies in the folder records here, and a server on a free port.
// With SCHAKEL_URL set, the server at that address is used instead (it must serve the same).

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const sources = [['corpus', 'records'], ['tests', 'browser', 'records']].map((folder) => join(repository, ...folder));

// Resolves to { url, stop }.
export async function startSchakel() {
  if (process.env.SCHAKEL_URL) return { url: process.env.SCHAKEL_URL.replace(/\/$/, ''), stop: async () => {} };
  const { SCHAKEL_INDEXER: indexer, SCHAKEL_SEARCHD: searchd } = process.env;
  if (!indexer || !searchd) throw new Error('Set SCHAKEL_URL, or SCHAKEL_INDEXER and SCHAKEL_SEARCHD as ctest does');

  const folder = await mkdtemp(join(tmpdir(), 'schakel-browser-'));
  const index = join(folder, 'index');
  await promisify(execFile)(indexer, ['build', ...sources.flatMap((source) => ['--source', source]), '--index', index]);
  const server = spawn(searchd, ['--index', index, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null && server.kill('SIGTERM')) await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await printedAddress(server), stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

// The server prints its address on start, on one of its two streams.
function printedAddress(server) {
  return new Promise((resolve, reject) => {
    const lines = [];
    const read = (line) => {
      lines.push(line);
      const address = line.match(/https?:\/\/[^\s]+:\d+/);
      if (address) resolve(address[0].replace('0.0.0.0', '127.0.0.1'));
    };
    createInterface({ input: server.stdout }).on('line', read);
    createInterface({ input: server.stderr }).on('line', read);
    server.once('error', reject);
    server.once('exit', (status) => reject(new Error(`schakel-searchd ended with ${status}:\n${lines.join('\n')}`)));
  });
}
