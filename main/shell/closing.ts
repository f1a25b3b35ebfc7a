import { app } from 'electron';

/** Lets the core close its files before the app goes: after the windows, and only once. */
export function closeInOrder(stopCore: () => Promise<void>, exitCode: () => number): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void stopCore().finally(() => {
      state = 'closed';
      app.exit(exitCode());
    });
  });
}
