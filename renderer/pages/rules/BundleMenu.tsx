import { ActionIcon, Menu } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import type { BundlePart, BundleReport } from '../../../shared/rules/views.ts';
import { useClient } from '../../app/services.tsx';
import { useWord } from '../../app/use-word.ts';
import { dayText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { saveFile } from '../parts/save-file.ts';
import { useAct } from '../parts/use-act.ts';
import common from './common.module.css';
import classes from './studio.module.css';

const MOST_BYTES = 8_000_000;

/** All rules with their lists as one file, out and in again; what comes in are drafts. */
export function BundleMenu() {
  const { t } = useTranslation('rules');
  const word = useWord();
  const client = useClient();
  const act = useAct();
  const field = useRef<HTMLInputElement>(null);
  const [report, setReport] = useState<BundleReport | null>(null);
  const [unread, setUnread] = useState<Fault | null>(null);
  const takeOut = async () => {
    const answer = await act.run(() => client.rules.exportAll({}));
    if (!answer.ok) return;
    saveFile({
      name: `rules-${dayText(answer.value.exportedAt)}.json`,
      mediaType: 'application/json',
      text: JSON.stringify(answer.value, null, 2),
    });
  };
  const bringIn = async (file: File | undefined) => {
    if (file === undefined) return;
    const bundle = file.size > MOST_BYTES ? undefined : parse(await file.text());
    setUnread(bundle === undefined ? fault(file.size > MOST_BYTES ? 'too_large' : 'invalid', 'JSON') : null);
    if (bundle === undefined) return;
    const answer = await act.run(() => client.rules.importAll({ bundle }));
    if (!answer.ok) return;
    setReport(answer.value);
  };
  const parts: readonly BundlePart[] = report === null ? [] : [...report.rules, ...report.lists];
  const count = (outcome: BundlePart['outcome']) => parts.filter((part) => part.outcome === outcome).length;
  const wrong = unread ?? act.fault;
  return (
    <>
      <Menu position="bottom-start" width={230}>
        <Menu.Target>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('bundle.menu')}
            title={t('bundle.menu')}
            loading={act.busy}
            data-testid="bundle-menu"
          >
            ⇅
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void takeOut()}>{t('bundle.export')}</Menu.Item>
          <Menu.Item onClick={() => field.current?.click()}>{t('bundle.import')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        aria-label={t('bundle.import')}
        hidden
        onChange={(event) => {
          const { files } = event.currentTarget;
          void bringIn(files?.[0]);
          event.currentTarget.value = '';
        }}
        data-testid="bundle-file"
      />
      {wrong === null || wrong === undefined ? null : (
        <div className={classes.wholeRow}>
          <FaultNotice
            fault={wrong}
            dismiss={() => {
              setUnread(null);
              act.clear();
            }}
          />
        </div>
      )}
      {report === null ? null : (
        <div className={classes.wholeRow} role="status" data-testid="bundle-report">
          <p className={common.dim}>
            {t('bundle.report', {
              added: count('added'),
              versions: count('new_version'),
              unchanged: count('unchanged'),
              refused: count('refused'),
            })}
          </p>
          {parts
            .filter((part) => part.outcome === 'refused')
            .map((part) => (
              <p key={part.id} className={common.warning}>
                ▲ {part.name}：{word(part.text)}
              </p>
            ))}
        </div>
      )}
    </>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
