import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../../shared/rules/views.ts';
import { HostileText } from '../../../ui/HostileText.tsx';
import common from '../common.module.css';
import classes from './lists.module.css';

/** What an import or a save took, and each line it left out, with why. */
export function Report(props: {
  readonly report: ImportReport;
  readonly close?: () => void;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('rules');
  const { report } = props;
  const skipped = Object.entries(report.skippedCounts).filter(([, n]) => n > 0);
  const total = skipped.reduce((sum, [, n]) => sum + n, 0);
  return (
    <div className={classes.report} role="status" data-testid="import-report">
      <b>{t('report.took', { words: report.words, except: report.except })}</b>
      <span className={common.dim}>
        {t('report.from', {
          format: t(`export.${report.format}`),
          encoding: report.encoding === 'text' ? t('report.pasted') : report.encoding.toUpperCase(),
          n: report.read,
        })}
      </span>
      {total === 0 ? (
        <span className={common.dim}>✓ {t('report.nothingSkipped')}</span>
      ) : (
        <details>
          <summary>
            ▲ {t('report.skipped', { n: total })}{' '}
            {skipped.map(([why, n]) => `${t(`skip.${why}`)} ${n}`).join(' · ')}
          </summary>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('report.line')}</th>
                <th>{t('report.value')}</th>
                <th>{t('report.why')}</th>
              </tr>
            </thead>
            <tbody>
              {report.skipped.map((one) => (
                <tr key={`${one.line} ${one.value}`}>
                  <td>{one.line}</td>
                  <td>
                    <HostileText text={one.value} />
                  </td>
                  <td>
                    {t(`skip.${one.why}`)}
                    {one.other === undefined ? null : (
                      <>
                        {' '}
                        <HostileText text={one.other} />
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      <div className={common.saveLine}>
        {props.children}
        {props.close === undefined ? null : (
          <Button variant="subtle" onClick={props.close}>
            {t('common:do.close')}
          </Button>
        )}
      </div>
    </div>
  );
}
