import { useEffect, useReducer } from 'react';
import { useClient } from '../../app/services.tsx';
import { attempt } from '../../transport/attempt.ts';
import { type SignIn, signInStep } from './sign-in.ts';

/** A sign-in under way, and how to drive it. */
export interface SignInControls {
  readonly state: SignIn;
  readonly start: () => void;
  readonly paste: (token: string) => void;
  readonly cancel: () => void;
}

/** Signs a room's account in at its platform: asks for a code, then asks whether it was entered. */
export function useSignIn(roomId: string): SignInControls {
  const client = useClient();
  const [state, send] = useReducer(signInStep, { kind: 'idle' });
  const askAt = state.kind === 'waiting' ? state.askAt : null;
  const expiresAt = state.kind === 'waiting' ? state.expiresAt : null;

  useEffect(() => {
    if (expiresAt === null) return;
    const timer = setTimeout(
      () => send({ kind: 'tick', now: Date.now() }),
      Math.max(0, expiresAt - Date.now()) + 50,
    );
    return () => clearTimeout(timer);
  }, [expiresAt]);

  useEffect(() => {
    if (askAt === null) return;
    let left = false;
    const timer = setTimeout(
      async () => {
        const answer = await attempt(client.rooms.signInPoll({ roomId }));
        if (left) return;
        if (!answer.ok) send({ kind: 'failed', fault: answer.fault, now: Date.now() });
        else if (answer.value.state === 'done') send({ kind: 'done', login: answer.value.login ?? '' });
        else send({ kind: 'still_waiting', now: Date.now() });
      },
      Math.max(0, askAt - Date.now()),
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, roomId, askAt]);

  return {
    state,
    cancel: () => send({ kind: 'cancel' }),
    start: async () => {
      send({ kind: 'begin' });
      const answer = await attempt(client.rooms.signInStart({ roomId }));
      if (answer.ok) send({ kind: 'code', ...answer.value, now: Date.now() });
      else send({ kind: 'failed', fault: answer.fault, now: Date.now() });
    },
    paste: async (token) => {
      send({ kind: 'begin' });
      const answer = await attempt(client.rooms.signInPaste({ roomId, token }));
      if (answer.ok) send({ kind: 'done', login: answer.value.login });
      else send({ kind: 'failed', fault: answer.fault, now: Date.now() });
    },
  };
}
