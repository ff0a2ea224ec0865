/** Writes THIRD_PARTY_NOTICES.md from the installed packages that the product ships with. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'ignore'],
});

const rows = new Map();
for (const folder of listed.split('\n').slice(1).filter(Boolean)) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const terms =
    license?.type ?? license ?? licenses?.map((one) => one.type ?? one).join(' or ') ?? 'see the package';
  rows.set(`${name}@${version}`, `| ${name} | ${version} | ${terms} |`);
}

const table = [...rows.entries()].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([, row]) => row);
writeFileSync(
  'THIRD_PARTY_NOTICES.md',
  [
    '# Third-party notices',
    '',
    'Packages that the running product ships with, made by `npm run notices`. Their licence',
    'texts lie in `node_modules/<package>`. The fonts Onest and Noto Sans are under the SIL Open Font License 1.1.',
    '',
    '| Package | Version | Licence |',
    '|---|---|---|',
    ...table,
    '',
  ].join('\n'),
);
console.log(`THIRD_PARTY_NOTICES.md: ${String(table.length)} packages`);
