import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ENVIRONMENT } from '../server/config';

/** Documents name files, commands and settings; each must be there. */
const ROOT = join(__dirname, '..');
const markdownIn = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md') && name !== 'THIRD_PARTY_NOTICES.md')
    .map((name) => join(folder, name));
const pages = ['', 'docs', 'docs/adr'].flatMap(markdownIn);
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
const tests = ['server', 'scripts', 'admin-ui']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }))
  .filter((path) => /\.test\.tsx?$/.test(path))
  .map((path) => basename(path));

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');

  it('links to files that are there', () => {
    const links = found(text, /\]\((?!https?:|mailto:|#)([^)#\s]+)/g);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  it('names commands, paths, tests and settings that are there', () => {
    const commands = found(text, /npm run (?:--silent )?([\w:]+)/g);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    const paths = found(text, /`((?:server|scripts|admin-ui)\/[\w./-]+)`/g);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const named = found(text, /`([\w.-]+\.test\.tsx?)`/g);
    expect(named.filter((name) => !tests.includes(name))).toEqual([]);
    const settings = found(text, /\b([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)=/g).map((name) =>
      name.replace(/_FILE$/, ''),
    );
    expect(settings.filter((name) => !(name in ENVIRONMENT.shape))).toEqual([]);
  });
});
