import { Input, Select, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Conversation,
  type ConversationPriority,
  PRIORITIES,
  TOPICS,
  type Topic,
} from '../../../shared/support/conversation.ts';
import { useClient, useServices, useSupport } from '../../app/services.tsx';
import { Chips } from '../parts/Chips.tsx';
import { useAct } from '../parts/use-act.ts';
import { Dialog } from './Dialog.tsx';

const MOST_SKILLS = 20;

/** What it is about, how soon it is due, and what an agent must know to take it. */
export function ClassifyDialog(props: { readonly conversation: Conversation; readonly done: () => void }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const { conversation } = props;
  const agents = useSupport((state) => state.agents);
  const [topic, setTopic] = useState<Topic>(conversation.topic);
  const [priority, setPriority] = useState<ConversationPriority>(conversation.priority);
  const [skills, setSkills] = useState<readonly string[]>(conversation.skills);
  const act = useAct();
  const known = [...new Set([...agents.values()].flatMap((agent) => agent.skills))];
  const submit = async () => {
    const asked = skills.join('\n') === conversation.skills.join('\n') ? {} : { skills: [...skills] };
    const answer = await act.run(() =>
      client.support.change({ conversationId: conversation.id, topic, priority, ...asked }),
    );
    if (!answer.ok) return;
    support.learn(answer.value);
    props.done();
  };
  return (
    <Dialog
      title={t('classify.title')}
      yes={t('classify.yes')}
      act={act}
      submit={() => void submit()}
      close={props.done}
      testId="classify"
    >
      <Select
        label={t('classify.topic')}
        data={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
        value={topic}
        onChange={(value) => {
          const found = TOPICS.find((one) => one === value);
          if (found !== undefined) setTopic(found);
        }}
        allowDeselect={false}
        data-testid="classify-topic"
      />
      <Input.Wrapper label={t('classify.priority')} labelElement="div">
        <Chips
          label={t('classify.priority')}
          value={priority}
          choices={PRIORITIES.map((value) => ({ value, name: t(`priority.${value}`) }))}
          change={setPriority}
          testId="classify-priority"
        />
      </Input.Wrapper>
      <TagsInput
        label={t('classify.skills')}
        description={t('classify.skillsHint')}
        data={known}
        value={[...skills]}
        onChange={setSkills}
        maxTags={MOST_SKILLS}
        data-testid="classify-skills"
      />
    </Dialog>
  );
}
