import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { wantsMe } from '../pages/support/lists.ts';
import { desktopBridge } from '../transport/bridge.ts';
import { useDesk, useMember, useSupport } from './services.tsx';

/** How much wants somebody, on the window's title and the program's icon: open flags, and viewers of mine. */
export function useBadge(): void {
  const { t } = useTranslation();
  const me = useMember()?.id ?? '';
  const flags = useDesk((desk) => [...desk.flags.values()].filter((flag) => flag.state === 'open').length);
  const viewers = useSupport((support) => wantsMe(support.rows.values(), me));
  const count = flags + viewers;
  useEffect(() => {
    void desktopBridge()?.setBadge(count);
    document.title = count === 0 ? t('app') : `(${count}) ${t('app')}`;
  }, [count, t]);
}
