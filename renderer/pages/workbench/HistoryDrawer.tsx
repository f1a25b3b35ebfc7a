import { Drawer, FocusTrap } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../shared/domain/action.ts';
import { useDesk, useServices } from '../../app/services.tsx';
import { groupReceipts, type ReceiptGroup } from '../../logic/receipts.ts';
import { clockText } from '../../logic/time.ts';
import { attempt } from '../../transport/attempt.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { ReceiptMark } from '../../ui/ReceiptMark.tsx';
import { ActionLine } from './ActionLine.tsx';
import { useModel, useWorkbench } from './context.tsx';
import panes from './panes.module.css';
import person from './person.module.css';
import classes from './strip.module.css';
import { useDeedName } from './use-deed-name.ts';

const FEW = 3;

/** Everything done in every room, newest first; what can be taken back still can. */
export function HistoryDrawer() {
  const { t } = useTranslation('workbench');
  const { model } = useWorkbench();
  const open = useModel((state) => state.dialog === 'history');
  const close = () => model.setState({ dialog: null });
  return (
    <Drawer opened={open} onClose={close} position="right" size={520} title={<b>{t('history.title')}</b>}>
      <FocusTrap.InitialFocus />
      {open ? <History /> : null}
    </Drawer>
  );
}

function History() {
  const { t } = useTranslation('workbench');
  const known = useDesk((desk) => desk.actions);
  const { older, more } = useOlder(known.size);
  const groups = useMemo(
    () => groupReceipts(new Map([...older.map((action) => [action.id, action] as const), ...known]).values()),
    [known, older],
  );
  if (groups.length === 0) return <EmptyState title={t('history.empty')} hint={t('history.emptyHint')} />;
  return (
    <>
      <ol className={classes.history} data-testid="history">
        {groups.map((group) => (
          <HistoryGroup key={group.id} group={group} />
        ))}
      </ol>
      {more === null ? null : (
        <button type="button" className={panes.button} onClick={() => void more()}>
          {t('history.more')}
        </button>
      )}
    </>
  );
}

function HistoryGroup(props: { readonly group: ReceiptGroup }) {
  const { t } = useTranslation('workbench');
  const { commands } = useWorkbench();
  const name = useDeedName();
  const { group } = props;
  const [all, setAll] = useState(false);
  const many = group.actions.length > 1;
  const shown = !many || all ? group.actions : group.actions.slice(0, FEW);
  return (
    <li data-testid="history-group" data-group-id={group.id}>
      {many ? (
        <div className={classes.historyTop}>
          <ReceiptMark state={group.state} count={`${group.inState}/${group.actions.length}`} />
          <HostileText text={name(group)} />
          <span className={classes.time}>{clockText(group.at)}</span>
          {group.undoable.length > 0 ? (
            <button
              type="button"
              className={panes.button}
              onClick={() => void commands.undo(group.undoable)}
              data-testid="undo-group"
            >
              {t('undo.group', { n: group.undoable.length })}
            </button>
          ) : (
            <span className={classes.time}>{group.undone > 0 ? t('undo.undone') : ''}</span>
          )}
        </div>
      ) : null}
      <ol className={person.lines}>
        {shown.map((action) => (
          <ActionLine key={action.id} action={action} named />
        ))}
      </ol>
      {many && group.actions.length > FEW ? (
        <button type="button" className={panes.link} onClick={() => setAll(!all)}>
          {all ? t('history.fewer') : t('history.all', { n: group.actions.length })}
        </button>
      ) : null}
    </li>
  );
}

/** Actions from before those the desk knows, a page at a time. */
function useOlder(known: number) {
  const { connection } = useServices();
  const [older, setOlder] = useState<readonly Action[]>([]);
  const [cursor, setCursor] = useState<string | null | undefined>(undefined);
  const more = async () => {
    const answer = await attempt(
      connection.client.actions.list({ limit: 200, ...(cursor == null ? {} : { cursor }) }),
    );
    if (!answer.ok) return;
    setOlder([...older, ...answer.value.rows]);
    setCursor(answer.value.cursor ?? null);
  };
  return { older, more: cursor === null || known < 200 ? null : more };
}
