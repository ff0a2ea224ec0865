/** A promise with its key in hand. */
export function gate<T>(): { opened: Promise<T>; open: (value: T) => void } {
  let open = (_value: T): void => undefined;
  const opened = new Promise<T>((resolve) => (open = resolve));
  return { opened, open };
}
