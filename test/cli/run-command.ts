/** Runs the built command as a user would, in a directory of its own. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workplace {
  readonly path: string;
  /** Runs `mismatch` with these arguments; `kill` may end it, told of each line of stderr. */
  mismatch(args: readonly string[], kill?: (line: string) => NodeJS.Signals | undefined): Promise<Outcome>;
  clear(): void;
}

/** A country of a twentieth of a million people with requests to match: seconds instead of minutes. */
const small = `
id: small
extends: irs-ice-2025
title: A small country
population:
  people: { value: 1500000, assumption: for a test }
requests:
  count: { value: 5000, assumption: for a test }
sampling:
  zipShare: 0.2
  quickZipShare: 0.01
`;

export function workplace(): Workplace {
  const path = mkdtempSync(join(tmpdir(), 'mismatch-test-'));
  writeFileSync(join(path, 'small.yaml'), small);
  return {
    path,
    clear: () => rmSync(path, { recursive: true, force: true }),
    mismatch: (args, kill) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [main, ...args], {
          cwd: path,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let stdout = '';
        let stderr = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          stdout += text;
        });
        child.stderr.setEncoding('utf8').on('data', (text: string) => {
          stderr += text;
          const signal = text
            .split('\n')
            .map((line) => kill?.(line))
            .find((wanted) => wanted !== undefined);
          if (signal !== undefined) child.kill(signal);
        });
        child.on('error', reject);
        child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
      }),
  };
}
