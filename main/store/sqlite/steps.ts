import { exhaustive } from '../../../shared/domain/result.ts';
import { fieldsOf, indexValues } from '../index-fields.ts';
import type { StoreOp } from '../store.ts';
import { toColumns } from './columns.ts';
import type { WriteStep } from './messages.ts';

/** Turns operations into the form in which they cross to the writer. */
export function toSteps(ops: readonly StoreOp[]): readonly WriteStep[] {
  return ops.map(toStep);
}

function toStep(op: StoreOp): WriteStep {
  switch (op.op) {
    case 'events':
      return { step: 'events', columns: toColumns(op.rows) };
    case 'put': {
      const { at, fields } = indexValues(op.table, op.row);
      const columns = fieldsOf(op.table).map((field) => fields[field] ?? null);
      const { table, row } = op;
      return {
        step: 'put',
        table,
        id: row.id,
        at: Math.trunc(at),
        fields: columns,
        doc: JSON.stringify(row),
      };
    }
    case 'delete':
      return { step: 'delete', table: op.table, id: op.id };
    case 'audit':
      return { step: 'audit', draft: JSON.stringify(op.entry) };
    default:
      return exhaustive(op);
  }
}
