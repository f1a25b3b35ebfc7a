/** Where the desktop app serves the page from; the only origin its bridge answers. */
export const DESKTOP_ORIGIN = 'app://changkong';

/** The `data.type` of the window message that carries the core's MessagePort in `ports[0]`. */
export const PORT_MESSAGE = 'changkong:port';

/** The `data.type` of the window message by which the page says that it listens for the port. */
export const READY_MESSAGE = 'changkong:ready';
