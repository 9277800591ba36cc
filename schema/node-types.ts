/** The five types of node by reference, so that types which point to each other need not import each other. */
import type { Row } from '../graph/row.ts';
import { builder } from './builder.ts';

export const Paper = builder.objectRef<Row<'Paper'>>('Paper');
export const Author = builder.objectRef<Row<'Author'>>('Author');
export const Organization = builder.objectRef<Row<'Organization'>>('Organization');
export const Repository = builder.objectRef<Row<'Repository'>>('Repository');
export const Concept = builder.objectRef<Row<'Concept'>>('Concept');
