import 'reflect-metadata';
import { systemClock } from './adapters/clock/system-clock';
import { runProcess } from './run-process';

void runProcess(systemClock);
