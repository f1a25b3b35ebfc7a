import { useEffect, useState } from 'react';
import type { CoreView } from '../../shared/api/desktop.ts';
import { desktopBridge } from '../transport/bridge.ts';

/** How the desktop's own core process stands; undefined in a browser. */
export function useCoreView(): CoreView | undefined {
  const [view, setView] = useState<CoreView | undefined>(undefined);
  useEffect(() => {
    const bridge = desktopBridge();
    if (bridge === undefined) return;
    let over = false;
    void bridge.core().then((now) => {
      if (!over) setView(now);
    });
    const stop = bridge.onCore(setView);
    return () => {
      over = true;
      stop();
    };
  }, []);
  return view;
}
