import { readFileSync } from 'node:fs';
import {
  type GraphQLInputObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { SCHEMA_FILE, schemaText } from './print.ts';
import { schema } from './schema.ts';

test('schema.graphql is the schema as it is: `node schema/print.ts` writes it', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(schemaText());
});

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
interface Described {
  readonly name: string;
  readonly description: string | null | undefined;
}
interface Field extends Described {
  readonly args?: readonly Described[];
}
/** Every type, field, argument and enum value, by its path. */
function* elements(): Generator<Described> {
  for (const type of types) {
    yield { name: type.name, description: type.description };
    if (isEnumType(type)) {
      for (const value of type.getValues()) yield { ...value, name: `${type.name}.${value.name}` };
    }
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      const fields: Readonly<Record<string, Field>> = type.getFields();
      for (const field of Object.values(fields)) {
        yield { ...field, name: `${type.name}.${field.name}` };
        for (const argument of field.args ?? []) {
          yield { ...argument, name: `${type.name}.${field.name}(${argument.name})` };
        }
      }
    }
  }
}

describe('every element of the schema', () => {
  test('has a description that is a sentence', () => {
    const without = [...elements()].filter(
      ({ description }) => !/^.{10,}\.$/su.test(description ?? ''),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test('that may be null says what null means', () => {
    const silent = types.flatMap((type) =>
      isObjectType(type) && type.name !== 'Query' && type.name !== 'PageInfo'
        ? Object.values(type.getFields())
            .filter((field) => !String(field.type).endsWith('!'))
            .filter(({ description }) => !description?.includes('; null: '))
            .map((field) => `${type.name}.${field.name}`)
        : [],
    );
    expect(silent).toEqual([]);
  });
});

test('keys take exactly one of their fields', () => {
  const keys = types.filter(({ name }) => name.endsWith('Key')) as GraphQLInputObjectType[];
  expect(keys.map(({ name }) => name).toSorted()).toEqual([
    'AuthorKey',
    'ConceptKey',
    'OrganizationKey',
    'PaperKey',
    'RepositoryKey',
  ]);
  expect(keys.every(({ isOneOf }) => isOneOf)).toBe(true);
  for (const { name } of keys) expect(schemaText()).toContain(`input ${name} @oneOf {`);
});
