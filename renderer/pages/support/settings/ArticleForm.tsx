import { Button, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../../../shared/support/article.ts';
import { TOPICS } from '../../../../shared/support/conversation.ts';
import { useClient } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { Ask } from '../../parts/Ask.tsx';
import { useAct } from '../../parts/use-act.ts';
import { ArticleHistory } from './ArticleHistory.tsx';
import { type ArticleDraft, inputOf, isComplete, withVersion } from './article-draft.ts';
import { PicturesField } from './PicturesField.tsx';
import classes from './setup.module.css';
import { useArticlePictures } from './use-article-pictures.ts';

/** Writes one article; what it was before stays below. */
export function ArticleForm(props: {
  readonly initial: ArticleDraft;
  readonly history: Article['history'];
  readonly canChange: boolean;
  readonly isNew: boolean;
  /** Null when it was taken out. */
  readonly saved: (article: Article | null) => void;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { initial, canChange } = props;
  const [draft, setDraft] = useState(initial);
  const [asking, setAsking] = useState(false);
  const [back, setBack] = useState<number | null>(null);
  const act = useAct();
  const pictures = useArticlePictures(initial.id, initial.attachmentIds);
  const set = (change: Partial<ArticleDraft>) => setDraft((before) => ({ ...before, ...change }));
  const dirty = JSON.stringify(draft) !== JSON.stringify(initial);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await act.run(() => client.support.kb.save(inputOf(draft)));
    if (answer.ok) props.saved(answer.value);
  };
  const remove = async () => {
    const answer = await act.run(() => client.support.kb.remove({ articleId: draft.id }));
    if (answer.ok) props.saved(null);
  };
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      <fieldset className={classes.plain} disabled={!canChange}>
        <div className={classes.pairs}>
          <TextInput
            label={t('knowledge.titleZh')}
            value={draft.titleZh}
            maxLength={200}
            onChange={(event) => set({ titleZh: event.currentTarget.value })}
            data-testid="kb-title"
          />
          <TextInput
            label={t('knowledge.titleEn')}
            value={draft.titleEn}
            maxLength={200}
            onChange={(event) => set({ titleEn: event.currentTarget.value })}
          />
        </div>
        <Textarea
          label={t('knowledge.answerZh')}
          value={draft.answerZh}
          maxLength={4_000}
          autosize
          minRows={4}
          onChange={(event) => set({ answerZh: event.currentTarget.value })}
          data-testid="kb-answer"
        />
        <Textarea
          label={t('knowledge.answerEn')}
          value={draft.answerEn}
          maxLength={4_000}
          autosize
          minRows={2}
          onChange={(event) => set({ answerEn: event.currentTarget.value })}
        />
        <Textarea
          label={t('knowledge.variants')}
          value={draft.variants}
          autosize
          minRows={3}
          maxRows={14}
          onChange={(event) => set({ variants: event.currentTarget.value })}
        />
        <div className={classes.pairs}>
          <Select
            label={t('knowledge.topic')}
            data={TOPICS.map((one) => ({ value: one, label: t(`topic.${one}`) }))}
            value={draft.topic}
            onChange={(next) => {
              const topic = TOPICS.find((one) => one === next);
              if (topic !== undefined) set({ topic });
            }}
            allowDeselect={false}
          />
          <TextInput
            type="date"
            label={t('knowledge.from')}
            value={draft.from}
            onChange={(event) => set({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('knowledge.to')}
            value={draft.to}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
        </div>
        <Switch
          label={t('knowledge.staffOnly')}
          checked={draft.staffOnly}
          onChange={(event) => set({ staffOnly: event.currentTarget.checked })}
        />
        <PicturesField
          pictures={pictures}
          ids={draft.attachmentIds}
          change={(attachmentIds) => set({ attachmentIds })}
        />
      </fieldset>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} />}
      {canChange ? (
        <div className={classes.save}>
          <Button
            type="submit"
            disabled={!dirty || !isComplete(draft) || pictures.busy}
            loading={act.busy}
            data-testid="kb-save"
          >
            {t('setup.save')}
          </Button>
          {props.isNew ? null : (
            <Button variant="subtle" onClick={() => setAsking(true)}>
              {t('knowledge.remove')}
            </Button>
          )}
          <span role="status" className={classes.dim}>
            {dirty && back !== null
              ? t(back === 0 ? 'knowledge.backShipped' : 'knowledge.back', { n: back })
              : ''}
          </span>
        </div>
      ) : null}
      <ArticleHistory
        history={props.history}
        putBack={
          canChange
            ? (old) => {
                set(withVersion(draft, old));
                setBack(old.version);
              }
            : undefined
        }
      />
      <Ask
        opened={asking}
        text={t('knowledge.removeAsk')}
        yes={t('knowledge.remove')}
        busy={act.busy}
        fault={act.fault}
        onYes={() => void remove()}
        onNo={() => setAsking(false)}
      />
    </form>
  );
}
