import { useStore } from 'zustand';
import { useWidget } from './context.tsx';
import note from './note.module.css';
import classes from './welcome.module.css';

const TOPICS = ['mute', 'recharge', 'gift', 'refund', 'account', 'safety'] as const;

/** Before anything was said: common questions, one touch each. */
export function Welcome() {
  const { model, words } = useWidget();
  const context = useStore(model.store, (state) => state.context);
  return (
    <div className={classes.welcome} data-testid="widget-welcome">
      <h2>{words.welcome}</h2>
      <p>{words.welcomeHint}</p>
      {context === undefined ? null : (
        <p className={note.context} data-testid="widget-context">
          {words.context}
        </p>
      )}
      <ul>
        {TOPICS.map((topic) => (
          <li key={topic}>
            <button
              type="button"
              className={classes.topic}
              onClick={() => model.say(words.topics[topic], topic)}
              data-testid={`widget-topic-${topic}`}
            >
              {words.topics[topic]}
              <span className={classes.chevron} aria-hidden="true">
                ›
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
