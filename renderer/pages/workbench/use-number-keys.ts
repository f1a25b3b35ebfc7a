import { useEffect } from 'react';
import { navigate } from '../../app/navigation.ts';

/** `1`–`9` open the first nine rooms of the overview. */
export function useNumberKeys(roomIds: readonly string[]): void {
  const key = roomIds.join('|');
  useEffect(() => {
    if (key === '') return;
    const listen = (event: KeyboardEvent) => {
      const busy =
        event.target instanceof Element && event.target.closest('input, textarea, [role="dialog"]');
      if (busy || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      const roomId = key.split('|')[Number(event.key) - 1];
      if (roomId !== undefined) navigate({ kind: 'workbench', roomId });
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key]);
}
