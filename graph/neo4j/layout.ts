/** Constraints and indexes, derived from the model, as numbered migrations. */
import { NODE_KINDS, nodeEntry } from '../model.ts';
import { idLabel, nameLabel, textIndex, WORDS } from './name.ts';

/** id is recorded in the graph once its texts have run; a released migration is never edited. */
export interface Migration {
  readonly id: string;
  readonly texts: readonly string[];
}

/** Constraints come first: they are what writing finds nodes by. */
const constraints = NODE_KINDS.flatMap((kind) => [
  `CREATE CONSTRAINT ${kind}_key IF NOT EXISTS FOR (n:${kind}) REQUIRE n.key IS UNIQUE`,
  `CREATE CONSTRAINT ${idLabel(kind)}_id IF NOT EXISTS FOR (n:${idLabel(kind)}) REQUIRE n.id IS UNIQUE`,
  `CREATE CONSTRAINT ${nameLabel(kind)}_name IF NOT EXISTS FOR (n:${nameLabel(kind)}) REQUIRE n.name IS UNIQUE`,
]);
const orders = NODE_KINDS.flatMap((kind) =>
  nodeEntry(kind).orders.map(
    (order) =>
      `CREATE INDEX ${kind}_by_${order} IF NOT EXISTS FOR (n:${kind}) ON (n.${order}, n.key)`,
  ),
);
// The words are folded before they come here, so the plainest analyzer only has to part them at spaces.
const texts = NODE_KINDS.map(
  (kind) =>
    `CREATE FULLTEXT INDEX ${textIndex(kind)} IF NOT EXISTS FOR (n:${kind}) ON EACH [n.${WORDS}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
);

export const MIGRATIONS: readonly Migration[] = [
  {
    id: '0001-keys-orders-texts',
    texts: [
      'CREATE CONSTRAINT Graph_id IF NOT EXISTS FOR (n:Graph) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT Checkpoint_source IF NOT EXISTS FOR (n:Checkpoint) REQUIRE n.source IS UNIQUE',
      'CREATE CONSTRAINT Migration_id IF NOT EXISTS FOR (n:Migration) REQUIRE n.id IS UNIQUE',
      ...constraints,
      ...orders,
      ...texts,
    ],
  },
];
