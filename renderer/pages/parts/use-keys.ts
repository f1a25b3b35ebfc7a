import { useEffect, useRef } from 'react';
import { keyName } from './key-name.ts';

/** What keys do on a page, by their name (`j`, `Enter`, `ArrowLeft`, ` `). */
export type KeyMap = Readonly<Record<string, () => void>>;

/** Listens while the component is there; typing in a field or a dialog is left alone. */
export function useKeys(map: KeyMap): void {
  const current = useRef(map);
  current.current = map;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = keyName(event, describeTarget(event.target));
      const run = name === null ? undefined : current.current[name];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function describeTarget(target: EventTarget | null) {
  if (!(target instanceof HTMLElement)) return { typing: false, button: false, dialog: false };
  return {
    typing: target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName),
    button: ['BUTTON', 'A'].includes(target.tagName),
    dialog: target.closest('[role="dialog"]') !== null,
  };
}
