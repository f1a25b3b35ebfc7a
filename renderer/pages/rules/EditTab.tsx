import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { RuleDetail, WordListView } from '../../../shared/rules/views.ts';
import { navigate } from '../../app/navigation.ts';
import { useClient, useServices, useStudio } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import common from './common.module.css';
import { type Answers, RuleFormProvider } from './form.tsx';
import { canSave } from './logic/problems.ts';
import { opened } from './logic/tree.ts';
import { keepDraft } from './model.ts';
import { RuleForm } from './RuleForm.tsx';
import classes from './rule.module.css';
import { Sentence } from './Sentence.tsx';
import { TryBox } from './TryBox.tsx';
import { useCheck } from './use-check.ts';

const NO_ANSWERS: Answers = new Map();

/** Writing a rule: the form, beside it the rule in plain words and a place to try it. */
export function EditTab(props: {
  readonly ruleId: string;
  readonly detail: RuleDetail | undefined;
  readonly lists: readonly WordListView[];
  readonly learn: (detail: RuleDetail) => void;
  readonly mayChange: boolean;
}) {
  const { t } = useTranslation('rules');
  const { ruleId, detail, lists } = props;
  const client = useClient();
  const { studio } = useServices();
  const kept = useStudio((state) => state.drafts.get(ruleId));
  const newest = detail?.versions[0];
  const source = kept?.definition ?? newest?.definition;
  const definition = useMemo(
    () => (source === undefined ? undefined : { ...source, when: opened(source.when) }),
    [source],
  );
  const isArchived = detail?.rule.state === 'archived';
  const locked = !props.mayChange || isArchived;
  const state = useCheck(definition);
  const act = useAct();
  const [remark, setRemark] = useState('');
  const [answers, setAnswers] = useState<Answers>(NO_ANSWERS);
  const form = useMemo(
    () =>
      definition === undefined
        ? null
        : {
            draft: definition,
            problems: state.problems,
            locked,
            lists,
            answers,
            set: (change: Partial<RuleDefinition>) =>
              keepDraft(studio, ruleId, {
                base: kept?.base ?? newest?.version ?? 0,
                definition: { ...definition, ...change },
              }),
          },
    [definition, state.problems, locked, lists, answers, studio, ruleId, kept?.base, newest?.version],
  );
  if (form === null || definition === undefined) return null;
  const isStale = kept !== undefined && newest !== undefined && kept.base !== newest.version;
  const save = async () => {
    const answer = await act.run(() =>
      client.rules.save({
        ruleId,
        baseVersion: kept?.base ?? 0,
        definition,
        ...(remark.trim() === '' ? {} : { remark: remark.trim() }),
      }),
    );
    if (!answer.ok) return;
    props.learn(answer.value);
    keepDraft(studio, ruleId, null);
    setRemark('');
  };
  const discard = () => {
    keepDraft(studio, ruleId, null);
    if (detail === undefined) navigate({ kind: 'rules' });
  };
  return (
    <RuleFormProvider value={form}>
      <div className={classes.edit}>
        <div className={classes.formPane}>
          {locked ? <p className={common.locked}>{t(isArchived ? 'archivedLocked' : 'readOnly')}</p> : null}
          <RuleForm />
        </div>
        <div className={classes.sidePane}>
          <Sentence state={state} />
          <TryBox definition={definition} isWhole={canSave(state.problems)} lists={lists} show={setAnswers} />
        </div>
        {kept === undefined ? null : (
          <div className={classes.saveBar}>
            {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
            {isStale ? <p className={common.warning}>▲ {t('save.stale')}</p> : null}
            <div className={common.saveLine}>
              <TextInput
                aria-label={t('save.remark')}
                placeholder={t('save.remark')}
                value={remark}
                onChange={(event) => setRemark(event.currentTarget.value)}
                maxLength={500}
                className={common.grow ?? ''}
              />
              <span role="status" className={common.dim}>
                {canSave(state.problems) ? t('save.unsaved') : t('save.fix')}
              </span>
              <Button variant="subtle" onClick={discard} data-testid="rule-discard">
                {t('save.discard')}
              </Button>
              <Button
                onClick={() => void save()}
                loading={act.busy}
                disabled={!canSave(state.problems)}
                data-testid="rule-save"
              >
                {t(detail === undefined ? 'save.create' : 'save.version')}
              </Button>
            </div>
          </div>
        )}
      </div>
    </RuleFormProvider>
  );
}
