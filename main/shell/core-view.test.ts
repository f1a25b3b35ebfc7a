import { expect, it } from 'vitest';
import type { CoreView } from '../../shared/api/desktop.ts';
import { fault } from '../../shared/domain/fault.ts';
import { lineOfCore, viewOfCore } from './core-view.ts';
import type { CoreState } from './supervision.ts';

const refused = fault('store_newer');

it.each<[CoreState, CoreView, string]>([
  [{ kind: 'stopped' }, { kind: 'starting' }, '正在启动'],
  [{ kind: 'starting', crashes: 2 }, { kind: 'starting' }, '正在启动'],
  [{ kind: 'running', crashes: 0, since: 5 }, { kind: 'running' }, '运行中'],
  [
    { kind: 'waiting', crashes: 3, until: 900, detail: 'code 9' },
    { kind: 'restarting', until: 900, crashes: 3 },
    '核心异常退出，正在自动重启',
  ],
  [
    { kind: 'refused', fault: refused, leaving: true, again: false },
    { kind: 'refused', fault: refused },
    '核心无法启动：数据文件来自更新的版本。请升级程序，或另选数据目录。',
  ],
  [{ kind: 'stopping' }, { kind: 'stopping' }, '正在退出'],
  [{ kind: 'finished' }, { kind: 'stopping' }, '正在退出'],
])('%j', (state, view, line) => {
  expect([viewOfCore(state), lineOfCore(view, 'zh')]).toEqual([view, line]);
});
