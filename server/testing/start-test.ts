import 'reflect-metadata';
import { offsetClock } from '../adapters/clock/offset-clock';
import { systemClock } from '../adapters/clock/system-clock';
import { runProcess } from '../run-process';

/** The product with a clock that a test can move: `CLOCK_FILE` holds milliseconds to add. Never in production. */
const { CLOCK_FILE } = process.env;

void runProcess(CLOCK_FILE ? offsetClock(CLOCK_FILE, systemClock) : systemClock);
