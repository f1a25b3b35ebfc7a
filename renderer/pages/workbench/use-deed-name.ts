import { useTranslation } from 'react-i18next';
import type { ReceiptGroup } from '../../logic/receipts.ts';
import { amountName, durationName } from '../../ui/duration.ts';

/** Says what was done to whom: `禁言 刷屏王 10分`, `Mute 29 people 10m`. */
export function useDeedName(): (group: ReceiptGroup) => string {
  const { t } = useTranslation('workbench');
  return (group) => {
    const first = group.actions[0];
    const people = new Set(group.actions.flatMap((action) => action.target?.id ?? []));
    const who =
      people.size > 1
        ? t('deed.people', { n: people.size, count: people.size })
        : group.kind === 'delete' && group.actions.length > 1
          ? t('deed.messages', { n: group.actions.length, count: group.actions.length })
          : (first?.target?.name ?? first?.text ?? '');
    const how =
      first?.durationSec !== undefined
        ? durationName(t, first.durationSec)
        : group.kind === 'slow_mode' || group.kind === 'room_mute'
          ? amountName(t, group.kind, first?.value ?? 0)
          : '';
    return [t(`common:action.${group.kind}`), who, how].filter((part) => part !== '').join(' ');
  };
}
