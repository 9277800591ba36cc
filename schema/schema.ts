/** The GraphQL schema of the graph. Each import adds its types and fields to the builder. */
import './scalars.ts';
import './paper/paper.ts';
import './author.ts';
import './organization.ts';
import './repository.ts';
import './concept.ts';
import './authorship.ts';
import './production.ts';
import './same-organization.ts';
import './citation.ts';
import './repository-link.ts';
import './ownership.ts';
import './aboutness.ts';
import './concept-breadth.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema();
