import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../shared/domain/fault.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';

/** Asks before something that cannot be taken back lightly. */
export function Ask(props: {
  readonly opened: boolean;
  readonly text: string;
  readonly yes: string;
  readonly busy?: boolean;
  readonly fault?: Fault | undefined;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal opened={props.opened} onClose={props.onNo} title={props.yes} size="sm">
      <Text size="md" mb="md">
        {props.text}
      </Text>
      {props.fault === undefined ? null : <FaultNotice fault={props.fault} />}
      <Group justify="flex-end" mt="md" gap="sm">
        <Button variant="default" onClick={props.onNo} data-autofocus>
          {t('do.cancel')}
        </Button>
        <Button onClick={props.onYes} loading={props.busy ?? false} data-testid="ask-yes">
          {props.yes}
        </Button>
      </Group>
    </Modal>
  );
}
