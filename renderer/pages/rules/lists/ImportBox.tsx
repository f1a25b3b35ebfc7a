import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport, WordListDetail } from '../../../../shared/rules/views.ts';
import { useClient } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { Chips } from '../../parts/Chips.tsx';
import { FileDrop } from '../../parts/FileDrop.tsx';
import { useAct } from '../../parts/use-act.ts';
import common from '../common.module.css';
import classes from './lists.module.css';
import { Report } from './Report.tsx';

const MODES = ['add', 'replace'] as const;
const MOST_BYTES = 2_900_000;
const MOST_TEXT = 2_000_000;

/** What is to be brought in: a file's bytes, or a text pasted. */
type Source = { readonly name: string; readonly base64: string } | { readonly text: string };

/** Words from a file or a paste: first what it would bring and what it leaves out, then the doing. */
export function ImportBox(props: {
  readonly detail: WordListDetail;
  readonly learn: (detail: WordListDetail) => void;
}) {
  const { t } = useTranslation('rules');
  const { detail } = props;
  const listId = detail.view.id;
  const client = useClient();
  const [mode, setMode] = useState<(typeof MODES)[number]>('add');
  const [pasted, setPasted] = useState('');
  const [source, setSource] = useState<Source | null>(null);
  const [read, setRead] = useState<ImportReport | null>(null);
  const look = useAct();
  const act = useAct();
  const given = (from: Source) =>
    'text' in from
      ? { format: 'auto' as const, text: from.text }
      : { format: formatNamed(from.name), base64: from.base64 };
  const show = async (from: Source, how: (typeof MODES)[number]) => {
    setSource(from);
    const answer = await look.run(() => client.rules.lists.read({ ...given(from), listId, mode: how }));
    setRead(answer.ok ? answer.value.report : null);
  };
  const bring = async () => {
    if (source === null) return;
    const answer = await act.run(() =>
      client.rules.lists.import({ ...given(source), listId, mode, baseVersion: detail.list.version }),
    );
    if (!answer.ok) return;
    setSource(null);
    setRead(null);
    setPasted('');
    props.learn(answer.value);
  };
  const leave = () => {
    setSource(null);
    setRead(null);
  };
  return (
    <section className={common.part} aria-label={t('import.title')}>
      <h2>
        {t('import.title')} <span>{t('import.lead')}</span>
      </h2>
      <div className={common.inline}>
        <Chips
          label={t('import.mode')}
          value={mode}
          choices={MODES.map((value) => ({ value, name: t(`import.${value}`) }))}
          change={(how) => {
            setMode(how);
            if (source !== null) void show(source, how);
          }}
        />
      </div>
      <FileDrop
        label={t('import.choose')}
        hint={source !== null && 'name' in source ? source.name : t('import.drop')}
        accept=".txt,.csv,.json,text/plain,text/csv,application/json"
        maxBytes={MOST_BYTES}
        tooBig={t('import.tooBig')}
        read={(file) => void show({ name: file.name, base64: file.base64 }, mode)}
        testId="import-file"
      />
      <div className={classes.pasteLine}>
        <Textarea
          aria-label={t('import.paste')}
          placeholder={t('import.paste')}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          maxLength={MOST_TEXT}
          autosize
          minRows={1}
          maxRows={6}
          spellCheck={false}
          data-testid="import-paste"
        />
        <Button
          variant="default"
          disabled={pasted.trim() === ''}
          loading={look.busy}
          onClick={() => void show({ text: pasted }, mode)}
          data-testid="import-read"
        >
          {t('import.read')}
        </Button>
      </div>
      {look.fault === undefined ? null : <FaultNotice fault={look.fault} dismiss={look.clear} />}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {read === null ? null : (
        <Report report={read}>
          <Button onClick={() => void bring()} loading={act.busy} data-testid="import-yes">
            {t(mode === 'add' ? 'import.yesAdd' : 'import.yesReplace')}
          </Button>
          <Button variant="subtle" onClick={leave}>
            {t('common:do.cancel')}
          </Button>
        </Report>
      )}
    </section>
  );
}

/** What a file's name says of it; a plain text may be anything. */
function formatNamed(name: string): 'csv' | 'json' | 'auto' {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return ending === 'csv' || ending === 'json' ? ending : 'auto';
}
