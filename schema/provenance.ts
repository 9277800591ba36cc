/** Where facts come from. */
import type { Provenance as Statement, SOURCES } from '../graph/model.ts';
import { builder } from './builder.ts';
import { describedValues } from './enum-values.ts';

export const Source = builder.enumType('Source', {
  description: 'Where facts come from.',
  values: describedValues<(typeof SOURCES)[number]>({
    SEEDS: 'The papers, links and concepts that come with the software, checked by its curators.',
    HUGGING_FACE: 'Hugging Face: its daily papers, organizations and repositories.',
    ARXIV: 'arXiv, the archive of preprints.',
    SEMANTIC_SCHOLAR: 'Semantic Scholar.',
    OPENALEX: 'OpenAlex, the open catalogue of scholarly works.',
    BIBLIOGRAPHY: "The bibliography of the citing paper itself, read from the paper's text.",
    SURVEY_LIST: 'The list of papers that accompanies a survey; its headings are topics.',
    PAPERS_WITH_CODE: 'Papers with Code: links between papers and repositories.',
    JSONL: 'A file of records, one JSON object a line, imported by whoever runs this service.',
  }),
});

export const Provenance = builder.objectRef<Statement>('Provenance').implement({
  description:
    "One source's statement of a fact. Several sources that state the same fact are several entries.",
  fields: (t) => ({
    source: t.field({
      type: Source,
      description: 'Who states it.',
      resolve: ({ source }) => source,
    }),
    detail: t.exposeString('detail', {
      nullable: true,
      description: 'Which list, file or record of the source; null: the source is one whole.',
    }),
    observedAt: t.field({
      type: 'DateTime',
      description: 'When the source was read.',
      resolve: ({ observedAt }) => observedAt,
    }),
    confidence: t.exposeFloat('confidence', {
      description: 'How sure the source is, from 0 to 1; 1 for what it states outright.',
    }),
  }),
});
