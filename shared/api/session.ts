/** The WebSocket sub-protocol the page offers and the hub selects. */
export const WIRE_PROTOCOL = 'changkong.1';

/**
 * A page hands its session over as a second offered sub-protocol, this prefix and the token: in a
 * header, so that no address, history or access log ever holds it. The hub answers with {@link WIRE_PROTOCOL}.
 */
export const SESSION_PROTOCOL_PREFIX = 'changkong.session.';

/** Where a pairing link carries its one-time token: `#/pair/<token>`, which no server is sent. */
export const PAIR_ROUTE = 'pair';
