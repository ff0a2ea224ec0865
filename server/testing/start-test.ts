import 'reflect-metadata';
import { makeGatewayClient } from '../adapters/gateway/gateway-client';
import { offsetClock } from '../adapters/clock/offset-clock';
import { systemClock } from '../adapters/clock/system-clock';
import type { World } from '../composition';
import { runProcess } from '../run-process';
import { withFaultPoint } from './fault-points';
import { withoutRules } from './rules-off';

/**
 * The product as a test needs it, never in production. `CLOCK_FILE` holds milliseconds to add to the clock, `FAULT_AT`
 * names where the process kills itself, `RULES_OFF` rules of the payout that do not hold, `GATEWAY_TIMEOUT_MS` how
 * long an answer is waited for.
 */
const { CLOCK_FILE, FAULT_AT, RULES_OFF, GATEWAY_TIMEOUT_MS } = process.env;

async function rebuild(world: World): Promise<World> {
  const impatient = GATEWAY_TIMEOUT_MS ? withTimeout(world, Number(GATEWAY_TIMEOUT_MS)) : world;
  const loose = RULES_OFF ? await withoutRules(impatient, RULES_OFF.split(',')) : impatient;
  return FAULT_AT ? withFaultPoint(loose, FAULT_AT) : loose;
}

function withTimeout(world: World, timeoutMs: number): World {
  const { url: baseUrl, publicId, apiSecret } = world.config.gateway;
  return {
    ...world,
    gateway: makeGatewayClient({ baseUrl, publicId, apiSecret, timeoutMs, maxConcurrency: 4 }),
  };
}

void runProcess(CLOCK_FILE ? offsetClock(CLOCK_FILE, systemClock) : systemClock, rebuild);
