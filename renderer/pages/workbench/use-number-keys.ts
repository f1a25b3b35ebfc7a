import { useEffect, useRef } from 'react';
import { navigate } from '../../app/navigation.ts';

/** `1`–`9` open the first nine rooms of the overview; `?` shows all keys. */
export function useNumberKeys(roomIds: readonly string[], help: () => void): void {
  const key = roomIds.join('|');
  const shown = useRef(help);
  shown.current = help;
  useEffect(() => {
    if (key === '') return;
    const listen = (event: KeyboardEvent) => {
      const busy =
        event.target instanceof Element && event.target.closest('input, textarea, [role="dialog"]');
      if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?' || event.key === '？') shown.current();
      if (!/^[1-9]$/.test(event.key)) return;
      const roomId = key.split('|')[Number(event.key) - 1];
      if (roomId !== undefined) navigate({ kind: 'workbench', roomId });
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key]);
}
