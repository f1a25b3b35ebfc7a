import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import type { Act } from '../parts/use-act.ts';
import common from './common.module.css';
import classes from './rule.module.css';

/** What the change is for, how it stands, and the two ways out: saved or dropped. */
export function SaveBar(props: {
  readonly act: Act;
  readonly remark: string;
  readonly setRemark: (remark: string) => void;
  readonly isNew: boolean;
  readonly isWhole: boolean;
  /** Another version was saved meanwhile, and which of them goes on is not said yet. */
  readonly isBehind: boolean;
  readonly save: () => void;
  readonly discard: () => void;
}) {
  const { t } = useTranslation('rules');
  const { act, isWhole, isBehind } = props;
  const isUnkept = useStudio((studio) => studio.isUnkept);
  const standing = isBehind ? 'save.behind' : isWhole ? 'save.unsaved' : 'save.fix';
  return (
    <div className={classes.saveBar}>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {isUnkept ? <p className={common.warning}>▲ {t('save.unkept')}</p> : null}
      <div className={common.saveLine}>
        <TextInput
          aria-label={t('save.remark')}
          placeholder={t('save.remark')}
          value={props.remark}
          onChange={(event) => props.setRemark(event.currentTarget.value)}
          maxLength={500}
          className={common.grow ?? ''}
        />
        <span role="status" className={common.dim}>
          {t(standing)}
        </span>
        <Button variant="subtle" onClick={props.discard} data-testid="rule-discard">
          {t('save.discard')}
        </Button>
        <Button
          onClick={props.save}
          loading={act.busy}
          disabled={!isWhole || isBehind}
          data-testid="rule-save"
        >
          {t(props.isNew ? 'save.create' : 'save.version')}
        </Button>
      </div>
    </div>
  );
}
