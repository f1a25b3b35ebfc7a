import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Example, ExampleKind } from '../../../shared/learning/model.ts';
import { useClient, useNow } from '../../app/services.tsx';
import { useCategoryName } from '../../app/use-category-name.ts';
import { momentText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Chips } from '../parts/Chips.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useLoad } from '../parts/use-load.ts';
import { Card } from './Card.tsx';
import classes from './learning.module.css';
import type { PartProps } from './part.ts';
import { useChange } from './use-change.ts';

const KINDS = ['all', 'hype', 'joke', 'wrong', 'confirmed', 'allow_text', 'allow_person'] as const;
const PAGE_ROWS = 50;

/** What people taught the room: hype, jokes, mistakes, confirmed trouble, allowed texts and people. */
export function ExamplesCard(part: PartProps) {
  const { t } = useTranslation('learning');
  const { view, canChange } = part;
  const { roomId } = view;
  const client = useClient();
  const change = useChange(part);
  const [kind, setKind] = useState<'all' | ExampleKind>('all');
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(PAGE_ROWS);
  const taught = [view.dismissals, view.confirmations, view.allowedPersons, view.allowedTexts].join();
  const found = useLoad(`examples ${roomId} ${kind} ${text} ${limit} ${taught}`, (signal) =>
    client.learning.examples(
      {
        roomId,
        limit,
        ...(kind === 'all' ? {} : { kind }),
        ...(text.trim() === '' ? {} : { text: text.trim() }),
      },
      { signal },
    ),
  );
  const forget = async (exampleId: string) => {
    if (await change.ask((api) => api.learning.forgetExample({ roomId, exampleId }))) found.reload();
  };
  const rows = found.value?.rows ?? [];
  return (
    <Card id="examples" title={t('examples.title')} lead={t('examples.lead')}>
      <div className={classes.filters}>
        <Chips
          label={t('examples.kind')}
          value={kind}
          choices={KINDS.map((value) => ({ value, name: t(`kind.${value}`) }))}
          change={setKind}
          testId="examples-kind"
        />
        <TextInput
          aria-label={t('examples.find')}
          placeholder={t('examples.find')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={200}
          data-testid="examples-find"
        />
      </div>
      {[change.fault, found.fault].map((fault) =>
        fault === undefined ? null : <FaultNotice key={fault.code} fault={fault} retry={found.reload} />,
      )}
      {found.loading ? <Loading /> : null}
      {!found.loading && found.fault === undefined && rows.length === 0 ? (
        <p className={classes.nothing}>
          {t(kind === 'all' && text === '' ? 'examples.empty' : 'examples.none')}
        </p>
      ) : null}
      <ul className={classes.examples}>
        {rows.map((row) => (
          <Line
            key={row.id}
            row={row}
            {...(canChange ? { forget: () => void forget(row.id) } : {})}
            busy={change.busy}
          />
        ))}
      </ul>
      {rows.length < (found.value?.total ?? 0) && limit < 500 ? (
        <Button variant="subtle" onClick={() => setLimit(Math.min(500, limit + 150))}>
          {t('examples.more', { n: rows.length, of: found.value?.total ?? 0 })}
        </Button>
      ) : null}
    </Card>
  );
}

function Line(props: { readonly row: Example; readonly forget?: () => void; readonly busy: boolean }) {
  const { t } = useTranslation('learning');
  const { row } = props;
  const categoryName = useCategoryName();
  const now = useNow(60_000);
  const shown = row.kind === 'allow_person' ? (row.name ?? row.value) : row.value;
  return (
    <li data-testid="learning-example" data-kind={row.kind}>
      <span className={classes.kind} data-kind={row.kind}>
        {t(`kind.${row.kind}`)}
      </span>
      <span className={classes.said}>
        <HostileText text={shown} />
      </span>
      <span className={classes.dim}>
        {row.category === '' ? '' : `${categoryName(row.category)} · `}
        {row.by.name} · {momentText(row.at, now)}
      </span>
      {props.forget === undefined ? null : (
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={props.busy}
          onClick={props.forget}
          aria-label={t('examples.forgetOne', { text: shown.slice(0, 40) })}
          data-testid="example-forget"
        >
          {t('examples.forget')}
        </Button>
      )}
    </li>
  );
}
