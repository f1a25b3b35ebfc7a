import { Button, Group, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import type { Act } from '../parts/use-act.ts';
import classes from './support.module.css';

/** A question with a few fields, an answer, and what went wrong. */
export function Dialog(props: {
  readonly title: string;
  readonly yes: string;
  readonly act: Act;
  readonly bad?: boolean;
  readonly submit: () => void;
  readonly close: () => void;
  readonly testId: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('support');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (props.bad !== true) props.submit();
  };
  return (
    <Modal opened onClose={props.close} title={props.title} size={460}>
      <form className={classes.dialog} onSubmit={send} data-testid={`${props.testId}-dialog`}>
        {props.children}
        {props.act.fault === undefined ? null : <FaultNotice fault={props.act.fault} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.close}>
            {t('common:do.cancel')}
          </Button>
          <Button
            type="submit"
            loading={props.act.busy}
            disabled={props.bad ?? false}
            data-testid={`${props.testId}-yes`}
          >
            {props.yes}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
