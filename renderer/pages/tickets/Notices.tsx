import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeskNotice } from '../../../shared/domain/notice.ts';
import { navigate } from '../../app/navigation.ts';
import { useClient, useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './tickets.module.css';
import work from './work.module.css';

/** What I was told of tickets and have not read: mentions, hand-overs, promises that are close or missed. */
export function Notices(props: {
  readonly notices: readonly DeskNotice[];
  readonly read: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const now = useNow(30_000);
  const act = useAct();
  const { notices } = props;
  const read = async (ids: readonly string[]) => {
    const answer = await act.run(() => client.tickets.readNotices({ noticeIds: [...ids].slice(0, 200) }));
    if (answer.ok) props.read(ids);
  };
  return (
    <Menu position="bottom-start" width={340}>
      <Menu.Target>
        <button
          type="button"
          className={work.bell}
          data-count={notices.length}
          aria-label={`${t('notices.title')} ${notices.length}`}
          data-testid="ticket-notices"
        >
          {t('notices.title')} <b>{notices.length}</b>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {notices.length === 0 ? <Menu.Label>{t('notices.none')}</Menu.Label> : null}
        {notices.slice(0, 12).map((notice) => (
          <Menu.Item
            key={notice.id}
            onClick={() => {
              void read([notice.id]);
              navigate({ kind: 'tickets', ticketId: notice.ticketId });
            }}
          >
            <b>
              {notice.kind === 'breached' ? '◆ ' : notice.kind === 'warning' ? '▲ ' : ''}
              {t(`notices.kinds.${notice.kind}`, { name: notice.by.name })}
            </b>{' '}
            #{notice.number} <HostileText text={notice.title} />
            <div className={classes.meta}>
              {momentText(notice.at, now)}
              {notice.text === '' ? null : (
                <>
                  {' · '}
                  <HostileText text={notice.text.slice(0, 80)} />
                </>
              )}
            </div>
          </Menu.Item>
        ))}
        {notices.length === 0 ? null : (
          <Menu.Item onClick={() => void read(notices.map((notice) => notice.id))}>
            {t('notices.read')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
