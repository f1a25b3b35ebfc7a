import { Button, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport, WordListDetail } from '../../../../shared/rules/views.ts';
import { type WordList, WordListContentSchema } from '../../../../shared/rules/words.ts';
import { useClient, useDesk } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { Ask } from '../../parts/Ask.tsx';
import { useAct } from '../../parts/use-act.ts';
import common from '../common.module.css';
import { VariantsFields } from '../VariantsFields.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { ImportBox } from './ImportBox.tsx';
import { contentOf, draftOf, linesOf, newDraft } from './list-draft.ts';
import classes from './lists.module.css';
import { Overtaken } from './Overtaken.tsx';
import { Report } from './Report.tsx';

/** A list's words, disguises and exceptions, typed or from a file. */
export function ListForm(props: {
  readonly detail: WordListDetail | undefined;
  readonly locked: boolean;
  readonly learn: (detail: WordListDetail) => void;
  readonly removed: () => void;
}) {
  const { t } = useTranslation('rules');
  const { detail, locked } = props;
  const client = useClient();
  const rooms = useDesk((desk) => desk.rooms);
  const [begun, setBegun] = useState(detail?.list);
  const initial = begun === undefined ? newDraft('') : draftOf(begun);
  const [draft, setDraft] = useState(initial);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [asked, setAsked] = useState(false);
  const act = useAct();
  const content = contentOf(draft);
  const isDirty = begun === undefined || JSON.stringify(content) !== JSON.stringify(contentOf(initial));
  const isWhole = WordListContentSchema.safeParse(content).success;
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const begin = (list: WordList) => {
    setBegun(list);
    setDraft(draftOf(list));
  };
  const newest = detail?.list;
  const isBehind = newest !== undefined && newest.version !== begun?.version && !act.busy;
  useEffect(() => {
    // What nobody is writing in follows what others save.
    if (newest === undefined || !isBehind || isDirty) return;
    setBegun(newest);
    setDraft(draftOf(newest));
  }, [newest, isBehind, isDirty]);
  const save = async () => {
    const listId = detail?.view.id ?? `w${crypto.randomUUID().replaceAll('-', '').slice(0, 8)}`;
    const answer = await act.run(() =>
      client.rules.lists.save({ listId, baseVersion: begun?.version ?? 0, content }),
    );
    if (!answer.ok) return;
    setReport(answer.value.report);
    begin(answer.value.list);
    props.learn(answer.value);
  };
  const remove = async () => {
    if (detail === undefined) return;
    const answer = await act.run(() => client.rules.lists.remove({ listId: detail.view.id }));
    if (answer.ok) props.removed();
  };
  return (
    <div className={classes.listForm}>
      <div className={classes.headLine}>
        <h1>{detail?.view.name ?? t('lists.newTitle')}</h1>
        {detail === undefined ? null : (
          <span className={common.dim}>
            {t('version', { n: detail.list.version })} ·{' '}
            {detail.view.usedBy.length === 0
              ? t('lists.unused')
              : t('lists.usedBy', { names: detail.view.usedBy.map((rule) => rule.name).join('、') })}
          </span>
        )}
        <span className={common.push} />
        {detail === undefined ? null : <ExportButtons listId={detail.view.id} />}
      </div>
      {locked ? <p className={common.locked}>{t('readOnly')}</p> : null}
      <div className={common.basics}>
        <TextInput
          label={t('lists.name')}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          maxLength={80}
          required
          disabled={locked}
          data-testid="list-name"
        />
        <MultiSelect
          label={t('field.rooms')}
          size="xs"
          data={[...rooms.values()].map((view) => ({ value: view.room.id, label: view.room.name }))}
          value={[...draft.roomIds]}
          onChange={(roomIds) => set({ roomIds })}
          placeholder={draft.roomIds.length === 0 ? t('field.allRooms') : ''}
          disabled={locked}
          clearable
        />
      </div>
      <div className={common.field}>
        <span>{t('variants.label')}</span>
        <VariantsFields value={draft.variants} change={(variants) => set({ variants })} disabled={locked} />
      </div>
      <div className={classes.wordPair}>
        <Textarea
          label={t('lists.wordsLabel', { n: linesOf(draft.words).length })}
          description={t('lists.wordsHint')}
          styles={{ description: { marginBottom: 4 } }}
          value={draft.words}
          onChange={(event) => set({ words: event.currentTarget.value })}
          autosize
          minRows={8}
          maxRows={18}
          spellCheck={false}
          disabled={locked}
          data-testid="list-words"
        />
        <Textarea
          label={t('lists.exceptLabel', { n: linesOf(draft.except).length })}
          description={t('lists.exceptHint')}
          styles={{ description: { marginBottom: 4 } }}
          value={draft.except}
          onChange={(event) => set({ except: event.currentTarget.value })}
          autosize
          minRows={8}
          maxRows={18}
          spellCheck={false}
          disabled={locked}
        />
      </div>
      <Textarea
        label={t('field.note')}
        value={draft.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        autosize
        minRows={1}
        maxLength={1_000}
        disabled={locked}
      />
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {newest === undefined || !isBehind || !isDirty || locked ? null : (
        <Overtaken
          newest={newest}
          take={() => {
            act.clear();
            begin(newest);
          }}
          keep={() => {
            act.clear();
            setBegun(newest);
          }}
        />
      )}
      {report === null ? null : <Report report={report} close={() => setReport(null)} />}
      {locked ? null : (
        <div className={common.saveLine}>
          <Button
            onClick={() => void save()}
            disabled={!isDirty || !isWhole || isBehind}
            loading={act.busy}
            data-testid="list-save"
          >
            {t(detail === undefined ? 'lists.create' : 'save.version')}
          </Button>
          {isDirty && detail !== undefined ? (
            <Button variant="subtle" onClick={() => setDraft(initial)}>
              {t('save.discard')}
            </Button>
          ) : null}
          <span className={common.push} />
          {detail === undefined ? null : (
            <Button
              variant="default"
              disabled={detail.view.usedBy.length > 0}
              title={detail.view.usedBy.length > 0 ? t('lists.inUse') : ''}
              onClick={() => setAsked(true)}
            >
              {t('lists.remove')}
            </Button>
          )}
        </div>
      )}
      {locked || detail === undefined ? null : <ImportBox detail={detail} learn={props.learn} />}
      {locked || detail !== undefined ? null : <p className={common.dim}>{t('import.afterSave')}</p>}
      <Ask
        opened={asked}
        text={t('lists.askRemove', { name: detail?.view.name ?? '' })}
        yes={t('lists.remove')}
        busy={act.busy}
        fault={act.fault}
        onYes={() => void remove()}
        onNo={() => setAsked(false)}
      />
    </div>
  );
}
