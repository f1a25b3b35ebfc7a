import { useState } from 'react';
import { useStore } from 'zustand';
import type { ViewerStatus } from '../../shared/support/views.ts';
import { CrossIcon } from '../talk/icons.tsx';
import { useWidget } from './context.tsx';
import controls from './controls.module.css';
import classes from './header.module.css';
import { fill, type Words } from './words.ts';

/** Where one is, who answers, and the way to a person. */
export function Header(props: { readonly close: (() => void) | undefined }) {
  const { model, words } = useWidget();
  const { stage, status, conversationId } = useStore(model.store);
  const room = stage.kind === 'ready' ? stage.session.roomName : '';
  const isReady = stage.kind === 'ready';
  const needsPerson =
    isReady &&
    (status === undefined ||
      status.state === 'bot' ||
      (status.state === 'queued' && status.with?.kind === 'bot'));
  return (
    <header className={classes.header}>
      <div className={classes.titles}>
        <h1>{words.title}</h1>
        <p data-testid="widget-with">
          {[room, status === undefined ? '' : withWords(status, words)]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      </div>
      {needsPerson ? (
        <button
          type="button"
          className={controls.chip}
          onClick={() => void model.person()}
          data-testid="widget-person"
        >
          {words.person}
        </button>
      ) : null}
      {conversationId === undefined || status === undefined || status.state === 'closed' ? null : (
        <More status={status} />
      )}
      {props.close === undefined ? null : (
        <button
          type="button"
          className={controls.icon}
          aria-label={words.minimize}
          onClick={props.close}
          data-testid="widget-close"
        >
          <CrossIcon />
        </button>
      )}
    </header>
  );
}

function More(props: { readonly status: ViewerStatus }) {
  const { model, words } = useWidget();
  const [open, setOpen] = useState(false);
  const left = props.status.managerLeft;
  const choose = (run: () => void) => () => {
    setOpen(false);
    run();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears Escape and the focus leaving
    <div
      className={classes.more}
      onKeyDown={(event) => (event.key === 'Escape' ? setOpen(false) : undefined)}
      onBlur={(event) => (event.currentTarget.contains(event.relatedTarget) ? undefined : setOpen(false))}
    >
      <button
        type="button"
        className={controls.icon}
        aria-label={words.menu}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="widget-menu"
      >
        ⋯
      </button>
      {open ? (
        <div className={classes.menu}>
          <button
            type="button"
            disabled={left <= 0}
            onClick={choose(() => void model.manager())}
            data-testid="widget-manager"
          >
            {words.manager}
            <small>{left > 0 ? fill(words.managerLeft, { n: left }) : words.managerNone}</small>
          </button>
          <button type="button" onClick={choose(() => void model.end())} data-testid="widget-end">
            {words.end}
          </button>
        </div>
      ) : null}
    </div>
  );
}

function withWords(status: ViewerStatus, words: Words): string {
  if (status.state === 'closed') return words.closedTalk;
  if (status.with?.kind === 'agent') return fill(words.withAgent, { name: status.with.name });
  if (status.state === 'queued') return words.waitingFor;
  return status.with?.kind === 'bot' || status.state === 'bot' ? words.withBot : '';
}
