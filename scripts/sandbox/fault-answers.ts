import type { ServerResponse } from 'node:http';
import type { ApiParts } from './api';
import type { Fault } from './faults';
import { sendHtml, sendJson, sendText, sendThenReset } from './http-io';
import { keyOf, type Call } from './processor';
import { meetTwin } from './twins';
import type { World } from './world';

const SECOND_MS = 1_000;
/** G9 executes "after 0 to 5 minutes"; `G9:<seconds>` names the delay. */
const DEFAULT_LATE_SECONDS = 120;
const CRASH_PAGE = '<h1>Internal Server Error</h1>';

/** Answers a call the way its armed fault says. */
export async function answerWithFault(
  res: ServerResponse,
  call: Call,
  fault: Fault,
  { world, processor }: ApiParts,
): Promise<void> {
  const execute = () => processor.process(call);
  switch (fault.code) {
    case 'G2': {
      const answer = { Success: false, Message: 'Refused by the bank (sandbox fault G2)' };
      processor.remember(call, answer);
      sendJson(res, 200, answer);
      break;
    }
    case 'G3':
      sendText(res, 429, 'Too Many Requests');
      break;
    case 'G4':
      sendText(res, 401, 'Unauthorized');
      break;
    case 'G5':
      sendHtml(res, 500, CRASH_PAGE);
      break;
    case 'G6':
      await execute();
      sendHtml(res, 500, CRASH_PAGE);
      break;
    case 'G7':
      break; // The line stays open until the caller gives up.
    case 'G8':
      await execute();
      break;
    case 'G9':
      await processor.process(call, delay(world, Number(fault.variant ?? DEFAULT_LATE_SECONDS)));
      break;
    case 'G10':
      sendThenReset(res, await execute());
      break;
    case 'G11':
      sendBroken(res, fault, await execute());
      break;
    case 'G12': {
      const { Success, Message } = await execute();
      sendJson(res, 200, { Success, Message });
      break;
    }
    case 'G17':
      await meetTwin(world, keyOf(call) ?? '');
      sendJson(res, 200, await execute());
      break;
    default: // G1 is no fault; G13 to G16 change the execution or its notification, not the answer.
      sendJson(res, 200, await execute());
  }
}

function delay(world: World, seconds: number): Promise<void> {
  return new Promise((resolve) => {
    world.clock.schedule(world.clock.now() + seconds * SECOND_MS, resolve);
  });
}

function sendBroken(res: ServerResponse, fault: Fault, answer: unknown): void {
  if (fault.variant === 'html') {
    sendHtml(res, 200, '<html><body>Bad gateway</body></html>');
    return;
  }
  const text = JSON.stringify(answer);
  sendText(res, 200, text.slice(0, Math.ceil(text.length / 2)));
}
