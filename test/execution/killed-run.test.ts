/**
 * The real command, killed (SIGKILL) at moments drawn by lot and gone on with: the same files to the last byte as if
 * nothing had happened. The moments are shares of the time of an undisturbed run, so that they fall into all of its parts
 * on any machine.
 */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { block, stream, uniform } from '../../src/random/stream.ts';
import { type Workplace, workplace } from '../cli/run-command.ts';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const KILLS = 2;

const place: Workplace = workplace();
writeFileSync(
  join(place.path, 'tiny.yaml'),
  `
id: tiny
extends: irs-ice-2025
title: A tiny country
population:
  people: { value: 300000, assumption: for a test }
requests:
  count: { value: 2000, assumption: for a test }
sampling:
  zipShare: 0.02
`,
);
afterAll(() => place.clear());

/** SHA-256 of every file of a run but the manifest, which holds times. */
function contents(run: string): Record<string, string> {
  const path = join(place.path, run);
  return Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        file.slice(path.length + 1),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
}

/** Runs the command and kills it after so long; whether it came to its end before. */
function killed(args: readonly string[], milliseconds: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: place.path, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

/** When to kill, as shares of the whole time: in the first part, the second and so on, by lot within each. */
const moments = Array.from({ length: KILLS }, (_, part) => {
  const words = new Uint32Array(4);
  block(stream(1, 'test/kill'), part, 0, words);
  return (part + uniform(words[0]!)) / KILLS;
});

describe('a run that is killed', { timeout: 300_000 }, () => {
  let reference: Record<string, string>;
  let duration: number;
  beforeAll(async () => {
    const started = performance.now();
    const { code } = await place.mismatch(['simulate', 'tiny.yaml', '--out', 'undisturbed', '--quiet']);
    expect(code).toBe(0);
    duration = performance.now() - started;
    reference = contents('undisturbed');
  }, 300_000);

  it.each(moments)('at %f of its time ends with the same bytes when it is gone on with', async (share) => {
    const out = `killed-${share}`;
    const begin = ['simulate', 'tiny.yaml', '--out', out, '--quiet'];
    const goOn = ['simulate', '--resume', '--out', out, '--quiet'];
    await killed(begin, share * duration);
    // Once more while it goes on; before it said what it is there is nothing to go on with, and it is begun again.
    const isBegun = existsSync(join(place.path, out, 'manifest.json'));
    await killed(isBegun ? goOn : begin, share * duration);
    const { code, stderr } = await place.mismatch(
      existsSync(join(place.path, out, 'manifest.json')) ? goOn : begin,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(contents(out)).toEqual(reference);
  });
});
