import { maskPersonal } from '../mask.ts';
import type { Order, Recipient, Refund, Shipment } from './goods.ts';

/** A name with its first sign alone: `张*`. */
export function maskName(name: string): string {
  const [first, ...rest] = [...name.trim()];
  return first === undefined ? '' : `${first}${'*'.repeat(Math.min(3, Math.max(1, rest.length)))}`;
}

/** A phone number with its last four digits, and the first three where it is long: `138****5678`. */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replaceAll(/\D/g, '');
  if (digits.length < 7) return '****';
  return `${digits.length >= 11 ? digits.slice(0, 3) : ''}****${digits.slice(-4)}`;
}

/** Who gets a parcel, so that an agent can ask "does it end in 5678?" and no more. */
export function maskRecipient(recipient: Recipient): Recipient {
  const { name, phone, region, address } = recipient;
  return {
    ...(name === undefined ? {} : { name: maskName(name) }),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    ...(region === undefined ? {} : { region: maskPersonal(region) }),
    ...(address === undefined ? {} : { address: '****' }),
  };
}

/** An order without personal data. */
export function maskOrder(order: Order): Order {
  const { recipient, buyerNote, ...rest } = order;
  return {
    ...rest,
    ...(recipient === undefined ? {} : { recipient: maskRecipient(recipient) }),
    ...(buyerNote === undefined ? {} : { buyerNote: maskPersonal(buyerNote) }),
  };
}

/** A parcel's way, without the phones that couriers leave in it. */
export function maskShipment(shipment: Shipment): Shipment {
  return {
    ...shipment,
    steps: shipment.steps.map((step) => ({ ...step, text: maskPersonal(step.text) })),
  };
}

/** A refund without what was written between the lines of its reason. */
export function maskRefund(refund: Refund): Refund {
  return refund.reason === undefined ? refund : { ...refund, reason: maskPersonal(refund.reason) };
}
