import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFaultText } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { useModel, useWorkbench } from './context.tsx';
import type { UndoReport } from './model.ts';
import panes from './panes.module.css';
import person from './person.module.css';
import classes from './strip.module.css';

/** What became of each, when several were taken back or one could not be. */
export function UndoReportDialog() {
  const { t } = useTranslation('workbench');
  const { model } = useWorkbench();
  const report = useModel((state) => state.undoReport);
  const close = () => model.setState({ undoReport: null });
  if (report === null) return null;
  const failed = report.lines.filter((line) => line.fault !== undefined);
  const done = report.lines.length - failed.length;
  return (
    <Modal opened onClose={close} withCloseButton={false} size="md">
      <div className={classes.dialog} data-testid="undo-report">
        <h2>{t('undo.report', { done, failed: failed.length })}</h2>
        <ol className={person.lines} style={{ maxHeight: 320, overflowY: 'auto' }}>
          {[...failed, ...report.lines.filter((line) => line.fault === undefined)].map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the report never changes
            <Line key={index} line={line} />
          ))}
        </ol>
        <div className={classes.buttons}>
          <button type="button" className={panes.button} onClick={close} data-autofocus>
            {t('common:do.close')}
          </button>
        </div>
      </div>
    </Modal>
  );
}

function Line(props: { readonly line: UndoReport['lines'][number] }) {
  const { t } = useTranslation('workbench');
  const { line } = props;
  return (
    <li data-ok={line.fault === undefined}>
      <span>{line.fault === undefined ? '✓' : '✕'}</span>
      <span>
        <HostileText text={line.name} />{' '}
        {line.fault === undefined ? t('undo.asked') : <FaultWords fault={line.fault} />}
      </span>
    </li>
  );
}

function FaultWords(props: { readonly fault: NonNullable<UndoReport['lines'][number]['fault']> }) {
  return <>{useFaultText(props.fault)}</>;
}
