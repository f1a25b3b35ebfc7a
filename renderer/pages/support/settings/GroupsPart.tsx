import { Button, MultiSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../../../shared/support/config.ts';
import { TOPICS } from '../../../../shared/support/conversation.ts';
import { useSupport } from '../../../app/services.tsx';
import { isCovered, MOST_SKILLS, withSkills } from './group-skills.ts';
import type { PartProps } from './part.ts';
import { SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';
import { linesOf } from './text-lists.ts';

/** Groups of agents by topic, where they overflow to, and the departments of tickets. */
export function GroupsPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  const initial = { groups: value.groups, departments: value.departments.join('\n') };
  const agents = useSupport((support) => support.agents);
  const known = [...new Set([...agents.values()].flatMap((agent) => agent.skills))];
  const topicNames = TOPICS.map((topic) => ({ value: topic, label: t(`topic.${topic}`) }));
  return (
    <SetupForm
      setup={setup}
      initial={initial}
      patchOf={(draft) => ({ groups: draft.groups, departments: [...linesOf(draft.departments)] })}
      bad={(draft) =>
        draft.groups.length === 0 ||
        draft.groups.some((group) => group.name.trim() === '') ||
        linesOf(draft.departments).length === 0
      }
    >
      {(draft, set, locked) => {
        const change = (id: string, part: Partial<Group>) =>
          set({ groups: draft.groups.map((group) => (group.id === id ? { ...group, ...part } : group)) });
        return (
          <>
            {draft.groups.map((group) => (
              <fieldset key={group.id} className={classes.box} disabled={locked}>
                <TextInput
                  label={t('setup.group.name')}
                  value={group.name}
                  maxLength={80}
                  onChange={(event) => change(group.id, { name: event.currentTarget.value })}
                />
                <MultiSelect
                  size="xs"
                  label={t('setup.group.topics')}
                  data={topicNames}
                  value={group.topics}
                  onChange={(topics) =>
                    change(group.id, { topics: TOPICS.filter((topic) => topics.includes(topic)) })
                  }
                />
                <MultiSelect
                  size="xs"
                  label={t('setup.group.overflow')}
                  data={draft.groups
                    .filter((other) => other.id !== group.id)
                    .map((other) => ({ value: other.id, label: other.name }))}
                  value={group.overflowTo}
                  onChange={(overflowTo) => change(group.id, { overflowTo })}
                />
                <TagsInput
                  size="xs"
                  label={t('setup.group.skills')}
                  description={t('setup.group.skillsHint')}
                  error={isCovered(group, agents.values()) ? undefined : t('setup.group.uncovered')}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  data={known}
                  value={[...(group.skills ?? [])]}
                  maxTags={MOST_SKILLS}
                  splitChars={[',', '，', '、']}
                  onChange={(skills) =>
                    set({
                      groups: draft.groups.map((one) =>
                        one.id === group.id ? withSkills(one, skills) : one,
                      ),
                    })
                  }
                  data-testid="group-skills"
                />
                {draft.groups.length === 1 ? null : (
                  <Button
                    variant="subtle"
                    className={classes.start ?? ''}
                    onClick={() => set({ groups: draft.groups.filter((other) => other.id !== group.id) })}
                  >
                    {t('setup.group.remove')}
                  </Button>
                )}
              </fieldset>
            ))}
            <Button
              variant="default"
              className={classes.start ?? ''}
              disabled={locked || draft.groups.length >= 50}
              onClick={() =>
                set({
                  groups: [
                    ...draft.groups,
                    { id: `g${crypto.randomUUID().slice(0, 8)}`, name: '', topics: [], overflowTo: [] },
                  ],
                })
              }
            >
              {t('setup.group.add')}
            </Button>
            <Textarea
              label={t('setup.group.departments')}
              value={draft.departments}
              onChange={(event) => set({ departments: event.currentTarget.value })}
              autosize
              minRows={3}
              disabled={locked}
            />
          </>
        );
      }}
    </SetupForm>
  );
}
