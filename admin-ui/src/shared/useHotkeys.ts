import { useEffect, useRef } from 'react';

/**
 * Keys by their place on the keyboard (`KeyN`, `BracketLeft`, `Shift+KeyR`, `Control+Enter`), so that Kazakh and
 * Russian layouts work alike. Silent inside text fields, except for combinations with Control, and while a dialog or
 * a menu is open: what lies under it must not act. A handler that answers `false` leaves the key to the next one.
 */
export type Hotkeys = Record<string, (event: KeyboardEvent) => unknown>;

export function useHotkeys(hotkeys: Hotkeys, enabled = true): void {
  const current = useRef(hotkeys);
  useEffect(() => {
    current.current = hotkeys;
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      const act = current.current[nameOf(event)];
      if (!act || event.defaultPrevented || event.repeat) return;
      if (document.querySelector(OVERLAY)) return;
      if (!(event.ctrlKey || event.metaKey) && isTyping(event.target)) return;
      if (act(event) !== false) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [enabled]);
}

/** `Control+KeyK`, `Shift+Slash`, `KeyN`; the Mac's command key counts as Control. */
export function nameOf(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): string {
  const control = event.ctrlKey || event.metaKey ? 'Control+' : '';
  return `${control}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.code}`;
}

const OVERLAY = '[role="dialog"], [role="menu"], [role="listbox"]';

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const quiet = ['checkbox', 'radio', 'button', 'submit'];
  if (target instanceof HTMLInputElement) return !quiet.includes(target.type);
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
