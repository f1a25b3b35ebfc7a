import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flag } from '../../../shared/domain/flag.ts';
import { useDesk } from '../../app/services.tsx';
import { countCategories, holdStill, QUEUE_SHOWN, sortQueue, successor } from '../../logic/queue.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useModel, useWorkbench } from './context.tsx';
import { FlagCard } from './FlagCard.tsx';
import { choose } from './model.ts';
import { QueueHeader } from './QueueHeader.tsx';
import classes from './queue.module.css';
import { useHover, useStill } from './use-still.ts';

/** Flags that wait for a person; it holds still while the pointer is over it. */
export function QueuePane() {
  const { t } = useTranslation('workbench');
  const { model, room } = useWorkbench();
  const flags = useDesk((desk) => desk.flags);
  const scope = useModel((state) => state.scope);
  const category = useModel((state) => state.category);
  const subject = useModel((state) => state.subject);
  const { over, handlers } = useHover();
  const pick = useCallback((flag: Flag) => choose(model, { kind: 'flag', flagId: flag.id }), [model]);

  const roomId = scope === 'room' ? room.room.id : undefined;
  const counts = useMemo(() => countCategories(flags.values(), { roomId }), [flags, roomId]);
  const queue = useMemo(() => sortQueue(flags.values(), { roomId, category }), [flags, roomId, category]);
  const fresh = useMemo(() => queue.slice(0, QUEUE_SHOWN).map((flag) => flag.id), [queue]);
  const filterKey = `${roomId ?? ''}|${category ?? ''}`;
  const shown = useStill({ ids: fresh, filterKey }, over, (kept) => kept.ids.length === 0);
  const still =
    over && shown.filterKey === filterKey ? holdStill(shown.ids, fresh) : { ids: fresh, waiting: 0 };

  const chosen = subject?.kind === 'flag' ? subject.flagId : undefined;
  useFollowChosen(fresh, chosen);

  return (
    <section className={classes.queue} aria-label={t('queue.title')} {...handlers} data-testid="queue">
      <QueueHeader total={queue.length} counts={counts} waiting={still.waiting} />
      <div className={classes.list}>
        {still.ids.map((id) => {
          const flag = flags.get(id);
          if (flag === undefined) return null;
          return (
            <FlagCard
              key={id}
              flag={flag}
              selected={id === chosen}
              elsewhere={flag.roomId !== room.room.id}
              choose={pick}
            />
          );
        })}
        {queue.length > QUEUE_SHOWN ? (
          <p className={classes.rest}>{t('queue.rest', { n: queue.length - QUEUE_SHOWN })}</p>
        ) : null}
        {still.ids.length === 0 ? <EmptyState title={t('queue.empty')} hint={t('queue.emptyHint')} /> : null}
      </div>
    </section>
  );
}

/** When the chosen flag is done, the next one is chosen, so that the keys go on working. */
function useFollowChosen(ids: readonly string[], chosen: string | undefined) {
  const { model } = useWorkbench();
  const before = useRef(ids);
  useEffect(() => {
    if (chosen !== undefined && before.current.includes(chosen) && !ids.includes(chosen)) {
      const next = successor(before.current, ids, chosen);
      choose(model, next === undefined ? null : { kind: 'flag', flagId: next });
    }
    before.current = ids;
  }, [ids, chosen, model]);
}
