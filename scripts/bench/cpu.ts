import { readdirSync, readFileSync } from 'node:fs';

/** Microseconds of CPU that these processes have used so far, over all their threads, as the scheduler counts them. */
export function cpuMicros(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
}

/** The process and everything it started, without the branch of whoever `leaveOut` names on its command line. */
export function familyOf(pid: number, leaveOut = /^$/): number[] {
  const family = [pid];
  for (const task of namesIn(`/proc/${String(pid)}/task`)) {
    const children = textOf(`/proc/${String(pid)}/task/${task}/children`)
      .split(' ')
      .map(Number);
    for (const child of children.filter((each) => each > 0)) {
      if (!leaveOut.test(textOf(`/proc/${String(child)}/cmdline`))) family.push(...familyOf(child, leaveOut));
    }
  }
  return family;
}

/** MiB of memory that a process holds. */
export function residentMiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(textOf(`/proc/${String(pid)}/status`))?.[1] ?? 0) / 1024;
}

function cpuOf(pid: number): number {
  const tasks = `/proc/${String(pid)}/task`;
  return namesIn(tasks).reduce(
    (sum, task) => sum + Number(textOf(`${tasks}/${task}/schedstat`).split(' ')[0]) / 1000,
    0,
  );
}

/** A thread or process may end between two looks. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
