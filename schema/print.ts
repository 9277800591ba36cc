/** Writes schema.graphql, the schema as text: `node schema/print.ts`. */
import { writeFileSync } from 'node:fs';
import { printSchema } from 'graphql';
import { schema } from './schema.ts';

export const SCHEMA_FILE = new URL('../schema.graphql', import.meta.url);

export const schemaText = (): string => `${printSchema(schema)}\n`;

if (import.meta.main) writeFileSync(SCHEMA_FILE, schemaText());
