import type { ORPCError } from '@orpc/server';
import type { FastifyReply } from 'fastify';
import { statusOf } from '../../../shared/api/procedure.ts';
import { type Fault, FaultSchema, fault, faultText } from '../../../shared/domain/fault.ts';

/** A fault as every HTTP answer carries it: code, both texts, and what exactly. */
export function faultBody(value: Fault): { readonly error: object } {
  return { error: { ...value, text: { zh: faultText(value, 'zh'), en: faultText(value, 'en') } } };
}

/** Answers with a fault. */
export function sendFault(
  reply: FastifyReply,
  value: Fault,
  status: number = statusOf(value.code),
): FastifyReply {
  return reply.status(status).send(faultBody(value));
}

/** The body of a failed call: what the library says, and the fault in both languages. */
export function errorBody(error: ORPCError<string, unknown>): object {
  const told = FaultSchema.safeParse(error.data);
  const value = told.success ? told.data : (BY_STATUS[error.status] ?? fault('store_failed', 'internal'));
  return { ...error.toJSON(), ...faultBody(value) };
}

const BY_STATUS: Readonly<Record<number, Fault>> = {
  400: fault('invalid'),
  404: fault('not_found'),
  405: fault('invalid', 'method'),
  413: fault('too_large'),
  415: fault('invalid', 'content-type'),
};
