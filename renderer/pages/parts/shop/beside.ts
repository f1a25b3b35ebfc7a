/** Beside what the shop is asked: it goes along with every question, and into the record. */
export type Beside = { readonly conversationId: string } | { readonly ticketId: string };
