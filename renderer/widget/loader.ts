import { isFrom, readWidgetMessage, sealHost } from './host-messages.ts';
import { LOADER_STYLE } from './loader-style.ts';
import { type OpenContext, readContext } from './params.ts';

/** What a platform's page calls: `ChangkongSupport.open({ eventId, actionId })`. */
interface SupportApi {
  readonly open: (context?: OpenContext) => void;
  readonly close: () => void;
  /** A newer token, after the first one ran out. */
  readonly identify: (token: string) => void;
}

declare global {
  interface Window {
    ChangkongSupport?: SupportApi;
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && window.ChangkongSupport === undefined) {
  window.ChangkongSupport = install(script);
}

/** Puts the button and, when first opened, the frame into the page. */
function install(tag: HTMLScriptElement): SupportApi {
  const { room = '', lang = document.documentElement.lang.startsWith('en') ? 'en' : 'zh' } = tag.dataset;
  const isBare = tag.dataset.button === 'none';
  let token = tag.dataset.token;
  tag.removeAttribute('data-token');
  const home = new URL('./', tag.src);
  let context: OpenContext | undefined;
  let frame: HTMLIFrameElement | null = null;
  let isReady = false;
  let isShown = false;

  const root = document.createElement('div');
  const shadow = root.attachShadow({ mode: 'open' });
  // A constructed sheet is not held back by the platform's own content policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOADER_STYLE);
  shadow.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  const badge = document.createElement('span');
  const label = lang === 'en' ? 'Support' : '在线客服';
  button.setAttribute('aria-label', label);
  button.append(bubble(), badge);
  badge.hidden = true;
  button.addEventListener('click', () => (isShown ? close() : open()));
  if (!isBare) shadow.append(button);

  const post = (message: Parameters<typeof sealHost>[0]) => {
    if (isReady) frame?.contentWindow?.postMessage(sealHost(message), home.origin);
  };
  const hello = () => post({ kind: 'hello', token, context });

  window.addEventListener('message', (event) => {
    if (!isFrom(event, { origin: home.origin, source: frame?.contentWindow ?? null })) return;
    const message = readWidgetMessage(event.data);
    if (message?.kind === 'ready') {
      isReady = true;
      hello();
      post({ kind: 'shown', shown: isShown });
    } else if (message?.kind === 'close') close();
    else if (message?.kind === 'unread') {
      badge.textContent = String(message.count);
      badge.hidden = message.count === 0;
    }
  });

  const show = (shown: boolean) => {
    isShown = shown;
    if (frame !== null) frame.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
    root.toggleAttribute('data-open', shown);
    post({ kind: 'shown', shown });
  };
  const make = () => {
    const made = document.createElement('iframe');
    const address = new URL('./', home);
    address.search = new URLSearchParams({ room, lang, host: window.location.origin }).toString();
    made.src = address.href;
    made.title = label;
    made.allow = 'microphone';
    shadow.append(made);
    return made;
  };
  const open = (from?: OpenContext) => {
    const told = readContext(from);
    if (told !== null) context = { page: window.location.origin + window.location.pathname, ...told };
    frame ??= make();
    show(true);
    if (told !== null) hello();
  };
  const close = () => {
    show(false);
    button.focus();
  };
  const place = () => document.body.append(root);
  if (document.body === null) document.addEventListener('DOMContentLoaded', place, { once: true });
  else place();
  return {
    open,
    close,
    identify: (next) => {
      token = next;
      hello();
    },
  };
}

function bubble(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute(
    'd',
    'M12 3c5 0 9 3.4 9 7.8s-4 7.8-9 7.8c-1 0-2-.1-2.9-.4L4.5 20.5l1-3.7C4 15.4 3 13.200 3 10.800 3 6.400 7 3 12 3z',
  );
  svg.append(path);
  return svg;
}
