import { useEffect, useRef } from 'react';
import { useMember, useServices } from '../../app/services.tsx';
import { type KeyPress, readKey } from '../../logic/keys.ts';
import type { Workbench } from './context.tsx';
import { type CommandContext, runCommand } from './run-command.ts';
import { useWarning } from './use-warning.ts';

/** Does what the keys ask, while the workbench is on the screen. */
export function useKeys(workbench: Workbench, nothingToUndo: () => void): void {
  const services = useServices();
  const memberId = useMember()?.id ?? '';
  const warning = useWarning();
  const context = useRef<CommandContext>({ workbench, services, memberId, warning, nothingToUndo });
  context.current = { workbench, services, memberId, warning, nothingToUndo };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || insideDialog(event.target)) return;
      if (isControl(event.target) && (event.key === 'Enter' || event.key === ' ')) return;
      const { model } = context.current.workbench;
      const before = model.getState().mode;
      const step = readKey(before, pressOf(event));
      if (!step.handled) return;
      event.preventDefault();
      if (step.mode !== before) model.setState({ mode: step.mode });
      // A menu that was open is what Escape leaves.
      if (step.command === undefined || (before !== 'normal' && step.command.kind === 'leave')) return;
      runCommand(context.current, step.command);
    };
    window.addEventListener('keydown', listen);
    window.addEventListener('click', letGo);
    return () => {
      window.removeEventListener('keydown', listen);
      window.removeEventListener('click', letGo);
    };
  }, []);
}

/** A button that was clicked lets go of the keyboard, so that Space and Enter mean the console's again. */
function letGo(event: MouseEvent): void {
  const held = document.activeElement;
  if (event.detail > 0 && (held instanceof HTMLButtonElement || held instanceof HTMLAnchorElement))
    held.blur();
}

function insideDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], .mantine-Menu-dropdown') !== null;
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
}

function pressOf(event: KeyboardEvent): KeyPress {
  const { target } = event;
  const typing =
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox');
  return {
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    chord: event.ctrlKey || event.metaKey || event.altKey,
    typing,
  };
}
