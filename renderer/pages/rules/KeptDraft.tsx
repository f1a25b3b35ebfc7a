import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RuleDetail, WordListView } from '../../../shared/rules/views.ts';
import { useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { BothVersions } from './BothVersions.tsx';
import common from './common.module.css';
import classes from './kept.module.css';
import type { RuleDraft } from './model.ts';

/** A draft that was left: going on with it, or dropping it. */
export function LeftDraft(props: {
  readonly draft: RuleDraft;
  readonly goOn: () => void;
  readonly drop: () => void;
}) {
  const { t } = useTranslation('rules');
  const now = useNow(60_000);
  return (
    <div className={classes.kept} role="status" data-testid="draft-left">
      <span className={classes.text}>
        <b>{t('kept.left', { at: momentText(props.draft.at, now) })}</b> {t('kept.leftMeans')}
      </span>
      <Button size="compact-sm" variant="default" onClick={props.drop} data-testid="draft-drop">
        {t(props.draft.base === 0 ? 'kept.dropNew' : 'kept.drop')}
      </Button>
      <Button size="compact-sm" onClick={props.goOn} data-testid="draft-go-on">
        {t('kept.goOn')}
      </Button>
    </div>
  );
}

/** The rule was saved by somebody else since the draft was begun: both, and which of them goes on. */
export function BehindDraft(props: {
  readonly draft: RuleDraft;
  readonly newest: RuleDetail['versions'][number];
  readonly lists: readonly WordListView[];
  /** Goes on with the draft, upon the newest version. */
  readonly goOn: () => void;
  readonly drop: () => void;
}) {
  const { t } = useTranslation('rules');
  const { draft, newest } = props;
  const now = useNow(60_000);
  const n = newest.version;
  return (
    <section className={classes.behind} aria-label={t('kept.behindTitle')} data-testid="draft-behind">
      <p role="alert">
        <b>▲ {t('kept.behind', { n, name: newest.by.name, at: momentText(newest.at, now) })}</b>{' '}
        {draft.base === 0 ? '' : t('kept.begunFrom', { n: draft.base })}
      </p>
      {newest.remark === undefined ? null : <p className={common.dim}>“{newest.remark}”</p>}
      <BothVersions
        lists={props.lists}
        left={{ title: t('kept.theirs', { n }), definition: newest.definition }}
        right={{ title: t('kept.mine', { at: momentText(draft.at, now) }), definition: draft.definition }}
      />
      <div className={classes.choice}>
        <Button variant="default" onClick={props.drop} data-testid="draft-drop">
          {t('kept.useTheirs', { n })}
        </Button>
        <Button onClick={props.goOn} data-testid="draft-go-on">
          {t('kept.useMine', { n: n + 1 })}
        </Button>
      </div>
    </section>
  );
}
