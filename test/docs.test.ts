/**
 * The documentation against the code: links and anchors lead somewhere, named files exist, commands, options and
 * scripts are real, and every scenario shown loads, or fails with the very messages shown.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from '@commander-js/extra-typings';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../src/cli/commands/index.ts';
import { hasFact } from '../src/evidence/facts.ts';
import { loadScenario } from '../src/scenario/load.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs].map((name) => ({
  name,
  text: readFileSync(join(root, name), 'utf8'),
}));

const FENCED = /^```([^\n]*)\n([\s\S]*?)^```$/gm;
const withoutCode = (text: string) => text.replace(FENCED, '').replace(/`[^`\n]*`/g, '');
/** What is written as code: spans, and the lines of blocks. */
const codeOf = (text: string) => [
  ...[...text.replace(FENCED, '').matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!),
  ...[...text.matchAll(FENCED)].flatMap(([, , block]) => block!.split('\n')),
];

/** The anchors of the headings of a page, by the rule of GitHub. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.replace(FENCED, '').matchAll(/^#+ +(.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );
}

const program = new Command();
for (const register of commands) register(program);
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const optionsOf = (command: string) =>
  program.commands.find((one) => one.name() === command)?.options.map(({ long }) => long) ?? [];

describe.each(pages)('$name', ({ name, text }) => {
  it('has links that lead somewhere', () => {
    const broken = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target!)
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => {
        const [path, anchor] = target.split('#');
        const file = path === '' ? join(root, name) : resolve(root, dirname(name), path!);
        if (relative(root, file).startsWith('..') || !existsSync(file)) return true;
        return anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  it('names files that exist', () => {
    // A path with a placeholder, src/text/<id>.ts, counts as its folder.
    const missing = codeOf(text)
      .flatMap(
        (code) =>
          code.match(/(?<![\w/.-])(?:\.ci|docs|scenarios|scripts|src|test)\/[\w./-]*(?![\w<*])/g) ?? [],
      )
      .filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });

  it('names commands, options, facts and scripts that exist', () => {
    const unknown: string[] = [];
    for (const code of codeOf(text)) {
      const [, command, rest = ''] =
        /^(?:npx )?mismatch ([a-z]+)(.*)$/.exec(code.trim()) ?? /^npm (start)(.*)$/.exec(code.trim()) ?? [];
      if (command === undefined) continue;
      const asked = command === 'start' ? 'simulate' : command;
      if (!program.commands.some((one) => one.name() === asked)) unknown.push(code);
      const known = [...optionsOf(asked), '--help', '--'];
      unknown.push(
        ...[...rest.matchAll(/--[a-z-]*/g)].map(([flag]) => flag).filter((flag) => !known.includes(flag)),
      );
      const fact = asked === 'evidence' ? /^ ([a-z][\w-]*)$/.exec(rest)?.[1] : undefined;
      if (fact !== undefined && !hasFact(fact)) unknown.push(`mismatch evidence ${fact}`);
    }
    for (const [, script] of text.matchAll(/npm run ([a-z:-]+)/g)) {
      if (scripts[script!] === undefined) unknown.push(`npm run ${script}`);
    }
    expect(unknown).toEqual([]);
  });
});

describe('README.md', () => {
  const { text } = pages[0]!;

  it('opens with what it is and the two lines that run and test it', () => {
    const opening = text.split('\n').slice(0, 10).join('\n');
    expect(opening).toContain('npm install && npm start\nnpm install && npm test\n');
  });

  it('names every command, and only options that simulate has', () => {
    for (const command of program.commands) expect(text).toContain(`mismatch ${command.name()}`);
    const [, paragraph = ''] = /^Of `simulate`: ([\s\S]*?)\n\n/m.exec(text) ?? [];
    const flags = [...paragraph.matchAll(/--[a-z-]+/g)].map(([flag]) => flag);
    expect(flags.length).toBeGreaterThan(0);
    expect([...optionsOf('simulate'), '--help']).toEqual(expect.arrayContaining(flags));
  });
});

describe('docs/scenario.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mismatch-docs-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const blocks = [...readFileSync(join(root, 'docs/scenario.md'), 'utf8').matchAll(FENCED)].map(
    ([, language, content]) => ({ language: language!, content: content! }),
  );
  const written = (content: string) => {
    const [, id = 'unnamed'] = /^id: (.*)$/m.exec(content) ?? [];
    const path = join(folder, `${id}.yaml`);
    writeFileSync(path, content);
    return { id, path };
  };
  const examples = blocks.filter(({ language }) => language === 'yaml');

  it.each(examples)('shows a scenario that loads: $content', ({ content }) => {
    const { id, path } = written(content);
    expect(loadScenario(path).id).toBe(id);
  });

  it('shows mistakes as they are told', () => {
    const mistaken = blocks.find(({ language }) => language === 'yaml mistaken');
    const messages = blocks.find(({ language }) => language === 'messages');
    const { path } = written(mistaken!.content);
    let told = '';
    try {
      loadScenario(path);
    } catch (error) {
      told = (error as Error).message;
    }
    expect(`${told.replaceAll(`${folder}/`, '')}\n`).toBe(messages!.content);
  });

  it('has examples', () => expect(examples.length).toBeGreaterThan(2));
});
