import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '../../../shared/api/contract.ts';
import { ConditionSchema } from '../../../shared/rules/condition.ts';
import { RuleDefinitionSchema } from '../../../shared/rules/rule.ts';

/** The description of the REST form of the API. */
export function describeApi(version: string): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(contract, {
    info: {
      title: 'Changkong 场控台',
      version,
      description:
        'Bearer token from POST /session/pair. Failed calls answer with {error: {code, text: {zh, en}, detail?}}.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }],
    // A condition holds conditions: named once, it need not be written out level by level.
    commonSchemas: {
      RuleCondition: { schema: ConditionSchema },
      RuleDefinition: { schema: RuleDefinitionSchema },
    },
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  });
}
