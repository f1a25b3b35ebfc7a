import { useTranslation } from 'react-i18next';
import type { Flag } from '../../../shared/domain/flag.ts';
import type { Reason } from '../../../shared/domain/verdict.ts';
import { formatRoute } from '../../app/routes.ts';
import { useMember } from '../../app/services.tsx';
import { useCategoryName } from '../../app/use-category-name.ts';
import { clockText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { ReasonText } from '../../ui/ReasonText.tsx';
import { SeverityTag } from '../../ui/SeverityTag.tsx';
import { useWorkbench } from './context.tsx';
import panes from './panes.module.css';
import classes from './person.module.css';

/** The evidence for and against, and what would un-flag it. */
export function WhyFlagged(props: { readonly flag: Flag }) {
  const { t } = useTranslation('workbench');
  const { commands } = useWorkbench();
  const me = useMember();
  const { flag } = props;
  const mine = flag.state === 'claimed' && flag.claimedBy?.id === me?.id;
  // The reasons are those of the strongest message, which need not be the newest.
  const told = flag.evidence.findLast((item) => item.score === flag.score) ?? flag.evidence.at(-1);
  return (
    <div className={classes.section} data-testid="why-flagged">
      <h3 className={classes.title}>
        {t('why.title')}
        <SeverityTag severity={flag.severity} category={flag.category} score={flag.score} />
      </h3>
      {told === undefined ? null : (
        <blockquote className={classes.quote}>
          <HostileText text={told.text} spans={told.spans} severity={flag.severity} />
        </blockquote>
      )}
      <ul className={classes.reasons}>
        {flag.reasons
          .toSorted((a, b) => rank(a) - rank(b) || Math.abs(b.weight) - Math.abs(a.weight))
          .map((reason, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: reasons of one flag have no other identity
            <ReasonLine key={index} reason={reason} />
          ))}
      </ul>
      <Appeal flag={flag} />
      <span className={classes.title}>
        <ByName flag={flag} />
        {mine ? (
          <button type="button" className={panes.link} onClick={() => void commands.release(flag.id)}>
            {t('why.release')}
          </button>
        ) : null}
      </span>
    </div>
  );
}

/** Asked about at the support desk; a link for those who answer there. */
function Appeal(props: { readonly flag: Flag }) {
  const { t } = useTranslation('workbench');
  const answers = useMember()?.roles.some((role) => role === 'agent' || role === 'supervisor') ?? false;
  const { appeal } = props.flag;
  if (appeal === undefined) return null;
  const words = t('why.appeal', { time: clockText(appeal.at), number: appeal.number });
  return (
    <p className={classes.title} data-testid="flag-appeal">
      {answers ? (
        <a className={panes.link} href={formatRoute({ kind: 'support', place: appeal.conversationId })}>
          {words}
        </a>
      ) : (
        <span>{words}</span>
      )}
    </p>
  );
}

function ReasonLine(props: { readonly reason: Reason }) {
  const { t } = useTranslation('workbench');
  const { reason } = props;
  const side = reason.weight > 0 ? 'for' : reason.weight < 0 ? 'against' : 'neither';
  return (
    <li data-side={side}>
      <span className={classes.sign}>
        {side === 'for' ? '＋' : side === 'against' ? '－' : '○'}
        <span className={classes.srOnly}>{t(`why.${side}`)}</span>
      </span>
      <ReasonText reason={reason} />
    </li>
  );
}

/** Who says so, in words: a rule with its version and the way to it, or what is built in. */
function ByName(props: { readonly flag: Flag }) {
  const { t } = useTranslation('workbench');
  const nameOf = useCategoryName();
  const { by, category } = props.flag;
  const [maker = '', version = ''] = by.split('@', 2);
  if (!maker.startsWith('rule:')) return t('why.byBuiltIn', { name: nameOf(category) });
  return (
    <a
      className={panes.link}
      href={formatRoute({ kind: 'rules', place: maker.slice(5) })}
      data-testid="by-rule"
    >
      {t('why.byRule', { name: nameOf(maker), version })}
    </a>
  );
}

function rank(reason: Reason): number {
  return reason.weight > 0 ? 0 : reason.weight < 0 ? 1 : 2;
}
