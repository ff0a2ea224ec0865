import { z } from 'zod';
import type { RouteSpec } from '../../http/route';

/** The OpenAPI 3.1 page of all routes, from the very schemas that check requests. */
export function openApiOf(routes: readonly RouteSpec[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Qaitarym', version, description: 'Refund and claims back office of UMAMI LLP' },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'qaitarym' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: { type: 'object', additionalProperties: { type: 'string' } },
    requestId: { type: 'string' },
  },
};

function operationOf(route: RouteSpec): Record<string, unknown> {
  const { access, summary, method, multipart, body, query } = route;
  const parameters = [...pathParameters(route.path), ...queryParameters(query)];
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    summary,
    'x-access': access,
    tags: [route.path.split('/')[2] ?? 'operations'],
    ...(access === 'public' ? {} : { security: [access === 'token' ? { token: [] } : { session: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(method === 'get' || !body ? {} : { requestBody: requestBody(body, multipart === true) }),
    responses: {
      [String(route.status ?? 200)]: { description: 'Done' },
      default: { description: 'Refused', content: problem },
    },
  };
}

function requestBody(body: z.ZodType, multipart: boolean): Record<string, unknown> {
  const schema = schemaOf(body);
  const files = { type: 'array', items: { type: 'string', format: 'binary' } };
  return {
    required: true,
    content: multipart
      ? {
          'multipart/form-data': {
            schema: { type: 'object', properties: { ...propertiesOf(schema), files } },
          },
        }
      : { 'application/json': { schema } },
  };
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodType | undefined): object[] {
  if (!query) return [];
  const schema = schemaOf(query);
  const required = Array.isArray(schema.required) ? (schema.required as unknown[]) : [];
  return Object.entries(propertiesOf(schema)).map(([name, type]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: type,
  }));
}

function propertiesOf(schema: Record<string, unknown>): Record<string, unknown> {
  return (schema.properties ?? {}) as Record<string, unknown>;
}

function schemaOf(type: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, {
    io: 'input',
    unrepresentable: 'any',
  }) as Record<string, unknown>;
  return schema;
}
