import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Fault, faultText } from '../../shared/domain/fault.ts';
import classes from './ui.module.css';

/** What went wrong, why, and the way out. */
export function FaultNotice(props: {
  readonly fault: Fault;
  readonly retry?: (() => void) | undefined;
  readonly dismiss?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.fault} role="alert" data-testid="fault" data-code={props.fault.code}>
      <span>✕ {useFaultText(props.fault)}</span>
      {props.retry === undefined ? null : (
        <Button size="compact-xs" variant="default" onClick={props.retry}>
          {t('do.retry')}
        </Button>
      )}
      {props.dismiss === undefined ? null : (
        <Button size="compact-xs" variant="default" onClick={props.dismiss} aria-label={t('do.close')}>
          ×
        </Button>
      )}
    </div>
  );
}

/** A fault in the language of the page. */
export function useFaultText(fault: Fault): string {
  const { i18n } = useTranslation();
  return faultText(fault, i18n.language === 'en' ? 'en' : 'zh');
}
