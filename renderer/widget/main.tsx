import { createRoot } from 'react-dom/client';
import { uploadFile } from '../talk/upload.ts';
import { Boundary } from './Boundary.tsx';
import { hostPage } from './host.ts';
import { keeper } from './keeper.ts';
import { viewerLine } from './line.ts';
import { createWidget } from './model.ts';
import { readParams, withoutToken } from './params.ts';
import { openSession } from './session.ts';
import './tokens.css';
import { Widget } from './Widget.tsx';
import { wordsOf } from './words.ts';

const opened = readParams(window.location.href);
window.history.replaceState(null, '', withoutToken(window.location.href));
const language = opened.language ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
document.title = wordsOf(language).title;

/** The widget lies under `/support/`; so do its calls. */
const base = new URL('.', window.location.href).pathname.replace(/\/$/, '');
const host = hostPage(window, opened.host);
const model = createWidget({
  openSession: (input) => openSession(base, { ...input, roomId: opened.roomId, language }),
  line: (session) => viewerLine(window, base, session),
  upload: ({ session, conversationId, bytes, durationMs, progress }) => {
    const query = new URLSearchParams({ conversation: conversationId });
    if (durationMs !== undefined) query.set('durationMs', String(durationMs));
    return uploadFile({ url: `${base}/files?${query}`, bytes, bearer: session, progress });
  },
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  chance: () => Math.random(),
  after: (ms, run) => void setTimeout(run, ms),
  keep: keeper(`changkong.support.${opened.roomId}`),
});

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
const words = wordsOf(language);
createRoot(place).render(
  <Boundary words={words}>
    <Widget model={model} host={host} words={words} language={language} />
  </Boundary>,
);

if (host === null) void model.start({ token: opened.token, context: opened.context });
else {
  let isStarted = false;
  host.listen((message) => {
    if (message.kind !== 'hello') return;
    const context = message.context ?? opened.context;
    if (!isStarted || model.store.getState().stage.kind === 'refused')
      void model.start({ token: message.token ?? opened.token, context });
    else if (message.context !== undefined) model.refer(message.context);
    isStarted = true;
  });
  host.tell({ kind: 'ready' });
}
