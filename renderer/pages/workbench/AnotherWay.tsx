import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/services.tsx';
import { type Alternative, alternatives } from '../../logic/alternatives.ts';
import type { ReceiptGroup } from '../../logic/receipts.ts';
import { useWorkbench } from './context.tsx';
import panes from './panes.module.css';

/** What to do about an action that did not take effect. */
export function AnotherWay(props: { readonly group: ReceiptGroup }) {
  const { t } = useTranslation('workbench');
  const { commands } = useWorkbench();
  const { group } = props;
  const bad = group.actions.filter((action) => action.state === group.state);
  const first = bad[0];
  const capabilities = useDesk((desk) => desk.rooms.get(group.roomId)?.capabilities);
  if (first === undefined) return null;
  const people = bad.flatMap((action) => action.target ?? []);
  const messageIds = bad.flatMap((action) => action.messageId ?? []);
  const again = (kind: typeof first.kind) =>
    void commands.act({
      roomId: group.roomId,
      kind,
      people,
      messageIds,
      bystanders: [],
      ...(kind === group.kind ? { durationSec: first.durationSec, value: first.value } : {}),
      ...(kind === 'mute' && kind !== group.kind ? { durationSec: 600 } : {}),
      text: first.text,
      flagId: first.flagId,
    });
  const choose = (way: Alternative) => {
    if (way.kind === 'retry') again(group.kind);
    if (way.kind === 'instead') again(way.action);
    const target = { roomId: group.roomId, people, bystanders: [], messageIds, flagId: first.flagId };
    if (way.kind === 'escalate') void commands.escalate(target);
    if (way.kind === 'ticket') void commands.ticket(target);
  };
  return (
    <Menu position="top-start">
      <Menu.Target>
        <button type="button" className={panes.button} data-testid="another-way">
          {t('way.title')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {alternatives(first, capabilities ?? []).map((way) =>
          way.kind === 'by_hand' ? (
            <Menu.Label key={way.kind}>{t('way.by_hand')}</Menu.Label>
          ) : (
            <Menu.Item key={way.kind === 'instead' ? way.action : way.kind} onClick={() => choose(way)}>
              {way.kind === 'instead'
                ? t('way.instead', { what: t(`common:action.${way.action}`) })
                : t(`way.${way.kind}`)}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
