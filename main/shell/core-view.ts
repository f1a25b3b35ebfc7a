import type { CoreView } from '../../shared/api/desktop.ts';
import { faultText } from '../../shared/domain/fault.ts';
import { exhaustive } from '../../shared/domain/result.ts';
import type { CoreState } from './supervision.ts';
import { type Language, TEXTS } from './texts.ts';

/** What pages are told of the supervisor's state. */
export function viewOfCore(core: CoreState): CoreView {
  switch (core.kind) {
    case 'stopped':
    case 'starting':
      return { kind: 'starting' };
    case 'running':
      return { kind: 'running' };
    case 'waiting':
      return { kind: 'restarting', until: core.until, crashes: core.crashes };
    case 'refused':
      return { kind: 'refused', fault: core.fault };
    case 'stopping':
    case 'finished':
      return { kind: 'stopping' };
    default:
      return exhaustive(core);
  }
}

/** The state in one line, for the tray. */
export function lineOfCore(view: CoreView, language: Language): string {
  const texts = TEXTS[language];
  switch (view.kind) {
    case 'starting':
      return texts.coreStarting;
    case 'running':
      return texts.coreRunning;
    case 'stopping':
      return texts.coreStopping;
    case 'restarting':
      return texts.coreRestarting;
    case 'refused':
      return `${texts.coreRefused}：${faultText(view.fault, language)}`;
    default:
      return exhaustive(view);
  }
}
