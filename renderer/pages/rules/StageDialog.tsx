import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RuleDetail, WordListView } from '../../../shared/rules/views.ts';
import { useClient } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HoldButton } from '../../ui/HoldButton.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLoad } from '../parts/use-load.ts';
import common from './common.module.css';
import { HitRows } from './HitRows.tsx';
import type { StageMove } from './logic/rule-list.ts';
import classes from './rule.module.css';
import { Lines } from './Sentence.tsx';
import { useLines } from './use-lines.ts';

const STATE_OF = { to_shadow: 'shadow', to_live: 'live', stop_shadow: 'draft', stop_live: 'draft' } as const;

/** Asks before a version runs or stops; before it goes live, with what it counted in the shadow. */
export function StageDialog(props: {
  readonly detail: RuleDetail;
  readonly move: StageMove;
  readonly lists: readonly WordListView[];
  readonly learn: (detail: RuleDetail) => void;
  readonly close: () => void;
}) {
  const { t } = useTranslation('rules');
  const { detail, move, close } = props;
  const client = useClient();
  const act = useAct();
  const { rule } = detail;
  const version = detail.versions.find((one) => one.version === move.version);
  const lines = useLines(props.lists);
  const acts = version?.definition.does.kind === 'ladder';
  const go = async () => {
    const answer = await act.run(() =>
      client.rules.stage({ ruleId: rule.id, version: move.version, state: STATE_OF[move.kind] }),
    );
    if (!answer.ok) return;
    props.learn(answer.value);
    close();
  };
  const title = t(`stage.${move.kind}`, { n: move.version });
  return (
    <Modal opened onClose={close} title={title} size={move.kind === 'to_live' ? 'xl' : 'md'}>
      <div className={classes.stage}>
        <p>{t(`stageMeans.${move.kind}${move.kind === 'to_live' && acts ? '_acts' : ''}`)}</p>
        {move.kind === 'to_live' ? (
          <>
            {version === undefined ? null : <Lines lines={lines(version.definition)} />}
            <ShadowResults detail={detail} version={move.version} />
          </>
        ) : null}
        {act.fault === undefined ? null : <FaultNotice fault={act.fault} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close} data-autofocus>
            {t('common:do.cancel')}
          </Button>
          {move.kind === 'to_live' && acts ? (
            <HoldButton onConfirm={() => void go()} loading={act.busy} data-testid="stage-yes">
              {t('stage.holdLive')}
            </HoldButton>
          ) : (
            <Button onClick={() => void go()} loading={act.busy} data-testid="stage-yes">
              {title}
            </Button>
          )}
        </Group>
      </div>
    </Modal>
  );
}

/** What the version counted while nobody was touched by it. */
function ShadowResults(props: { readonly detail: RuleDetail; readonly version: number }) {
  const { t } = useTranslation('rules');
  const client = useClient();
  const { rule } = props.detail;
  const hits = useLoad(`shadow ${rule.id} ${props.version}`, (signal) =>
    client.rules.hits({ ruleId: rule.id, mode: 'shadow', version: props.version, limit: 20 }, { signal }),
  );
  const count = rule.counts.shadow.shadowHits;
  return (
    <div className={classes.shadow} data-testid="shadow-results">
      <b>{t(count === 0 ? 'shadow.none' : 'shadow.count', { n: count })}</b>
      {count === 0 ? <p className={common.dim}>{t('shadow.noneMeans')}</p> : null}
      {hits.fault === undefined ? null : <FaultNotice fault={hits.fault} retry={hits.reload} />}
      {hits.loading ? <Loading /> : <HitRows rows={hits.value?.rows ?? []} />}
    </div>
  );
}
