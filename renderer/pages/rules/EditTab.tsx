import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { RuleDetail, WordListView } from '../../../shared/rules/views.ts';
import { navigate } from '../../app/navigation.ts';
import { useClient, useServices, useStudio } from '../../app/services.tsx';
import { useAct } from '../parts/use-act.ts';
import common from './common.module.css';
import { type Answers, RuleFormProvider } from './form.tsx';
import { BehindDraft, LeftDraft } from './KeptDraft.tsx';
import { standingOf } from './logic/kept-draft.ts';
import { canSave } from './logic/problems.ts';
import { opened } from './logic/tree.ts';
import { keepDraft, writeDraft } from './model.ts';
import { RuleForm } from './RuleForm.tsx';
import classes from './rule.module.css';
import { SaveBar } from './SaveBar.tsx';
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
  const [answers, setAnswers] = useState<Answers>(NO_ANSWERS);
  const base = newest?.version ?? 0;
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
            set: (change: Partial<RuleDefinition>) => {
              const next = { definition: { ...definition, ...change } };
              writeDraft(studio, ruleId, { base, definition }, next, Date.now());
            },
          },
    [definition, state.problems, locked, lists, answers, studio, ruleId, base],
  );
  if (form === null || definition === undefined) return null;
  // While it is being saved, the newer version is its own.
  const isBehind =
    kept !== undefined && !act.busy && standingOf(kept, newest?.version).kind === 'behind' && !locked;
  const write = (change: Parameters<typeof writeDraft>[3], at = Date.now()) =>
    writeDraft(studio, ruleId, { base, definition }, change, at);
  const save = async () => {
    const remark = kept?.remark?.trim() ?? '';
    const answer = await act.run(() =>
      client.rules.save({
        ruleId,
        baseVersion: kept?.base ?? base,
        definition,
        ...(remark === '' ? {} : { remark }),
      }),
    );
    if (!answer.ok) return;
    props.learn(answer.value);
    keepDraft(studio, ruleId, null);
  };
  const discard = () => {
    keepDraft(studio, ruleId, null);
    act.clear();
    if (detail === undefined) navigate({ kind: 'rules' });
  };
  return (
    <RuleFormProvider value={form}>
      <div className={classes.edit}>
        <div className={classes.formPane}>
          {locked ? <p className={common.locked}>{t(isArchived ? 'archivedLocked' : 'readOnly')}</p> : null}
          {isBehind && newest !== undefined ? (
            <BehindDraft
              draft={kept}
              newest={newest}
              lists={lists}
              goOn={() => {
                act.clear();
                write({ base: newest.version });
              }}
              drop={discard}
            />
          ) : kept?.isLeft === true ? (
            <LeftDraft draft={kept} goOn={() => write({}, kept.at)} drop={discard} />
          ) : null}
          <RuleForm />
        </div>
        <div className={classes.sidePane}>
          <Sentence state={state} />
          <TryBox definition={definition} isWhole={canSave(state.problems)} lists={lists} show={setAnswers} />
        </div>
        {kept === undefined ? null : (
          <SaveBar
            act={act}
            remark={kept.remark ?? ''}
            setRemark={(remark) => write({ remark })}
            isNew={detail === undefined}
            isWhole={canSave(state.problems)}
            isBehind={isBehind}
            save={() => void save()}
            discard={discard}
          />
        )}
      </div>
    </RuleFormProvider>
  );
}
