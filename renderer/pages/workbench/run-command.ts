import { exhaustive } from '../../../shared/domain/result.ts';
import { navigate } from '../../app/navigation.ts';
import type { Services } from '../../app/services.tsx';
import { freeze } from '../../logic/frozen.ts';
import type { KeyCommand } from '../../logic/keys.ts';
import { canMuteFor, modeOf, type Plan } from '../../logic/plan.ts';
import { groupReceipts, undoTarget } from '../../logic/receipts.ts';
import { type Target, targetOf } from '../../logic/subject.ts';
import type { Workbench } from './context.tsx';
import { choose } from './model.ts';
import { moveChoice } from './move-choice.ts';
import { roomsByNeed } from './rooms-by-need.ts';
import { planFor } from './target-plan.ts';

/** What a key's command works with. */
export interface CommandContext {
  readonly workbench: Workbench;
  readonly services: Services;
  readonly memberId: string;
  readonly warning: (category: Target['category']) => string;
  readonly nothingToUndo: () => void;
}

/** Does what a key asked for. What is impossible now is left alone; its button says why. */
export function runCommand(context: CommandContext, command: KeyCommand): void {
  const { workbench, services } = context;
  const { model, commands, room } = workbench;
  const aim = aimOf(context);
  switch (command.kind) {
    case 'move':
      moveChoice(workbench, services, command.by);
      break;
    case 'pane':
      model.setState({ pane: command.pane });
      break;
    case 'open':
      openFlag(context);
      break;
    case 'warn':
      act(context, 'warn', { text: context.warning(aim?.category) });
      break;
    case 'delete':
    case 'ban':
      act(context, command.kind);
      break;
    case 'mute_for':
      mute(context, command.seconds);
      break;
    case 'ticket':
      if (aim !== undefined) void commands.ticket(aim);
      break;
    case 'escalate':
      if (aim !== undefined) void commands.escalate(aim);
      break;
    case 'dismiss':
      if (aim?.flagId !== undefined) void commands.dismiss(aim.flagId, command.reason);
      break;
    case 'allow':
      if (aim?.flagId !== undefined) void commands.allow(aim.flagId, command.what);
      break;
    case 'undo':
      undoLatest(context);
      break;
    case 'history':
    case 'help':
      model.setState({ dialog: command.kind });
      break;
    case 'filter':
      document.getElementById('live-filter')?.focus();
      break;
    case 'say':
    case 'note':
      document.getElementById(command.kind)?.focus();
      break;
    case 'freeze':
      toggleFreeze(context);
      break;
    case 'emergency':
      void commands.emergency(room.room.id, room.modes.emergency === undefined);
      break;
    case 'pick_room':
      pickRoom(context, command.index);
      break;
    case 'leave':
      leave(context);
      break;
    default:
      exhaustive(command);
  }
}

function aimOf({ workbench, services }: CommandContext): Target | undefined {
  const { subject, leftOut } = workbench.model.getState();
  return targetOf(subject, services.desk.store.getState().flags, leftOut);
}

function act(
  context: CommandContext,
  kind: Plan['kind'],
  more: Pick<Partial<Plan>, 'durationSec' | 'text'> = {},
): void {
  const plan = planFor(aimOf(context), kind, more);
  if (plan === undefined) return;
  const room = context.services.desk.store.getState().rooms.get(plan.roomId);
  if (modeOf(room?.capabilities ?? [], kind) !== 'none') void context.workbench.commands.act(plan);
}

function mute(context: CommandContext, seconds: number | null): void {
  const room = context.services.desk.store.getState().rooms.get(aimOf(context)?.roomId ?? '');
  if (canMuteFor(room?.capabilities ?? [], seconds)) act(context, 'mute', { durationSec: seconds });
}

function openFlag({ workbench, services }: CommandContext): void {
  const { subject } = workbench.model.getState();
  const flag =
    subject?.kind === 'flag' ? services.desk.store.getState().flags.get(subject.flagId) : undefined;
  if (flag === undefined) return;
  if (flag.roomId !== workbench.room.room.id) navigate({ kind: 'workbench', roomId: flag.roomId });
  if (flag.state === 'open') void workbench.commands.claim(flag.id);
}

function undoLatest({ workbench, services, memberId, nothingToUndo }: CommandContext): void {
  const groups = groupReceipts(services.desk.store.getState().actions.values());
  const group = undoTarget(groups, memberId, Date.now());
  if (group !== undefined) {
    void workbench.commands.undo(group.undoable);
    return;
  }
  nothingToUndo();
  workbench.model.setState({ dialog: 'history' });
}

function toggleFreeze({ workbench, services }: CommandContext): void {
  const { model, room } = workbench;
  const { frozen } = model.getState();
  const still = frozen !== null && frozen.why !== 'hover';
  const chat = services.chats.of(room.room.id).getState();
  model.setState({ frozen: still ? null : freeze(frozen, chat, 'key') });
}

function pickRoom({ services }: CommandContext, index: number): void {
  const room = roomsByNeed(services.desk.store.getState().rooms.values())[index];
  if (room !== undefined) navigate({ kind: 'workbench', roomId: room.room.id });
}

/** Out of a field, a frozen list or a choice: one step each time. */
function leave({ workbench }: CommandContext): void {
  const { model } = workbench;
  const { frozen } = model.getState();
  const field = document.activeElement;
  if (field instanceof HTMLInputElement) {
    if (field.id === 'live-filter') model.setState({ rowText: '' });
    field.blur();
  } else if (frozen !== null && frozen.why !== 'hover') model.setState({ frozen: null });
  else choose(model, null);
}
