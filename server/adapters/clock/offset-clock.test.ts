import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offsetClock } from './offset-clock';

it('adds the file’s milliseconds and follows its changes', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'qaitarym-clock-')), 'offset');
  const clock = offsetClock(file, { now: () => 1000 });
  expect(clock.now()).toBe(1000);

  writeFileSync(file, '250\n');
  expect(clock.now()).toBe(1250);

  writeFileSync(file, '-500');
  utimesSync(file, 1, 1);
  expect(clock.now()).toBe(500);

  rmSync(file);
  expect(clock.now()).toBe(1000);
});
