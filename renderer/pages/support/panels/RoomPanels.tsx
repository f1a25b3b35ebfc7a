import { useTranslation } from 'react-i18next';
import type { ChatRow, PersonCard } from '../../../../shared/api/views.ts';
import { clockText } from '../../../logic/time.ts';
import { HostileText } from '../../../ui/HostileText.tsx';
import { MoneyList, MoneyText } from '../../../ui/MoneyText.tsx';
import { SeverityTag } from '../../../ui/SeverityTag.tsx';
import { ActionLines } from '../../parts/ActionLines.tsx';
import { Section } from '../../parts/Panel.tsx';
import classes from '../support.module.css';
import beside from '../viewer.module.css';

const LINES = 8;
const GIFTS = 4;

/** What the viewer gave in this sitting and in all, and how often she was punished. */
export function PersonSums(props: { readonly person: PersonCard; readonly money: boolean }) {
  const { t } = useTranslation('support');
  const { person } = props;
  return (
    <dl className={beside.facts} data-testid="viewer-sums">
      {props.money ? (
        <>
          <div>
            <dt>{t('viewer.stream')}</dt>
            <dd>
              <MoneyList totals={person.streamTotals} />
            </dd>
          </div>
          <div>
            <dt>{t('viewer.total')}</dt>
            <dd>
              <MoneyList totals={person.totals} />
            </dd>
          </div>
        </>
      ) : null}
      <div>
        <dt>{t('viewer.sanctions')}</dt>
        <dd>{person.sanctions}</dd>
      </div>
    </dl>
  );
}

/** Her last words in the room. */
export function RoomPanel(props: { readonly person: PersonCard }) {
  const { t } = useTranslation('support');
  const said = props.person.recent.filter((row) => row.kind !== 'gift' && row.kind !== 'membership');
  return <Rows title={t('viewer.words')} rows={said.slice(0, LINES)} />;
}

/** Her last gifts. */
export function GiftsPanel(props: { readonly person: PersonCard }) {
  const { t } = useTranslation('support');
  return <Rows title={t('viewer.gifts')} rows={props.person.gifts.slice(0, GIFTS)} />;
}

/** What was flagged, and what was done about it. */
export function SanctionsPanel(props: { readonly person: PersonCard }) {
  const { t } = useTranslation('support');
  const { flags, actions } = props.person;
  return (
    <>
      {flags.length === 0 ? null : (
        <Section title={t('viewer.flags')}>
          <ol className={classes.lines}>
            {flags.slice(0, LINES).map((flag) => (
              <li key={flag.id}>
                <time>{clockText(flag.lastAt)}</time>
                <span>
                  <SeverityTag severity={flag.severity} category={flag.category} />{' '}
                  {t(`common:flagState.${flag.state}`)}
                </span>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {actions.length === 0 ? null : (
        <Section title={t('viewer.actions')}>
          <ActionLines actions={actions.slice(0, LINES)} />
        </Section>
      )}
    </>
  );
}

/** Rows of the room, given newest first and shown oldest first; nothing where there are none. */
function Rows(props: { readonly title: string; readonly rows: readonly ChatRow[] }) {
  if (props.rows.length === 0) return null;
  return (
    <Section title={props.title}>
      <ol className={classes.lines}>
        {props.rows.toReversed().map((row) => (
          <li key={row.id}>
            <time>{clockText(row.at)}</time>
            <span>
              <HostileText text={row.text ?? ''} />{' '}
              {row.money === undefined ? null : <MoneyText money={row.money} />}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
