import { useTranslation } from 'react-i18next';
import type { ChatRow } from '../../../shared/api/views.ts';
import type { Reason } from '../../../shared/domain/verdict.ts';
import { describeStep } from '../../../shared/rules/describe.ts';
import type { Step } from '../../../shared/rules/rule.ts';
import { navigate } from '../../app/navigation.ts';
import { useDesk, useNow } from '../../app/services.tsx';
import { useWord } from '../../app/use-word.ts';
import { momentText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import common from './common.module.css';
import classes from './hits.module.css';
import { evidenceOf, spansOf } from './logic/evidence.ts';

/** Events a rule matched: when, who, what with the matched part marked, why, and what would follow. */
export function HitRows(props: {
  readonly rows: readonly {
    readonly row: ChatRow;
    readonly reasons: readonly Reason[];
    readonly step?: Step | undefined;
    /** Told where it is not the same for all. */
    readonly modes?: readonly ('live' | 'shadow')[] | undefined;
  }[];
}) {
  const { t, i18n } = useTranslation('rules');
  const word = useWord();
  const now = useNow(60_000);
  const rooms = useDesk((desk) => desk.rooms);
  return (
    <ul className={classes.hits}>
      {props.rows.map(({ row, reasons, step, modes }) => (
        <li key={row.id} data-testid="rule-hit">
          <button
            type="button"
            className={classes.when}
            title={t('hits.open')}
            onClick={() => navigate({ kind: 'review', query: { room: row.roomId, at: String(row.at) } })}
          >
            {momentText(row.at, now)}
          </button>
          <span className={classes.said}>
            <b>
              <HostileText text={row.person?.name ?? ''} />
            </b>{' '}
            <HostileText text={row.text} spans={spansOf(reasons)} />
            {row.money === undefined || row.money.kind === 'none' ? null : (
              <>
                {' '}
                <MoneyText money={row.money} />
              </>
            )}
            <small>
              {evidenceOf(reasons)
                .filter((reason) => reason.weight > 0)
                .map((reason) => (i18n.language === 'en' ? reason.textEn : reason.text))
                .join('；')}
            </small>
          </span>
          <span className={common.dim}>
            {step === undefined ? '' : `→ ${word(describeStep(step))} · `}
            {modes === undefined ? '' : `${modes.map((mode) => t(`state.${mode}`)).join(' + ')} · `}
            {rooms.get(row.roomId)?.room.name ?? row.roomId}
          </span>
        </li>
      ))}
    </ul>
  );
}
