import type { Browser } from 'playwright-core';
import { launchBrowser, picturesOfFailure } from './browser';
import { type Desk, type Person, signIn } from './desk';
import { gatewayOf } from './gateway';
import { type ProductOptions, type RunningProduct, startDemoProduct } from './product';
import type { Locale } from './words';

const SCENE_MS = 150_000;

/**
 * One product and one browser for a file of stories; both end with the file. A scene that fails leaves a picture
 * of every open page and tells what the product printed; the later scenes of its story are not tried.
 */
export function setStage(options: ProductOptions = {}) {
  let product: RunningProduct | undefined;
  let browser: Browser | undefined;
  const desks: Desk[] = [];

  beforeAll(async () => {
    product = await startDemoProduct(options);
    browser = await launchBrowser();
  }, SCENE_MS);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 30_000);

  const ready = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The stage is not set yet');
    return part;
  };
  const tell = async (error: unknown, name: string): Promise<Error> => {
    const pages = browser?.contexts().flatMap((context) => context.pages()) ?? [];
    const pictures = await picturesOfFailure(pages, fileName(name));
    const message = error instanceof Error ? error.message : String(error);
    const said = product?.output() ?? '';
    const failure = new Error(
      `${message}\n\nPictures: ${pictures.join(', ')}\n\nThe product printed:\n${said}`,
    );
    if (error instanceof Error) failure.stack = `${failure.message}\n${stackOf(error)}`;
    return failure;
  };

  return {
    product: () => ready(product),
    browser: () => ready(browser),
    gateway: () => gatewayOf(ready(product)),
    signIn: async (person: Person, locale: Locale) => {
      const desk = await signIn(ready(browser), ready(product), person, locale);
      desks.push(desk);
      return desk;
    },
    /** Scenes that build on each other. */
    story: () => {
      let failed: string | null = null;
      return (name: string, play: () => Promise<void>) => {
        it(
          name,
          async () => {
            if (failed !== null) throw notReached(failed);
            try {
              await play();
              expect(
                desks.flatMap(({ person, faults }) => faults.map((fault) => `${person}: ${fault}`)),
              ).toEqual([]);
            } catch (error) {
              failed = name;
              throw await tell(error, name);
            }
          },
          SCENE_MS,
        );
      };
    },
  };
}

export type Stage = ReturnType<typeof setStage>;

function notReached(failed: string): Error {
  const error = new Error(`Not reached, because this failed: ${failed}`);
  error.stack = error.message;
  return error;
}

function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
}

function stackOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
