/** Made-up records of a source that takes a few batches: papers, and citations at the end. */
import type { ConceptFinder } from '../ingest/concept-edges.ts';
import type { Source } from '../ingest/record.ts';
import { citation, concept, paper, sourceOf } from './records.ts';

const PAPERS = 120;

export const importedConcepts: ConceptFinder = {
  ofKeyword: (keyword: string) => keyword,
  ofHeading: () => undefined,
  mentions: () => [],
};

/** Authors, organizations and concepts are shared across batches. */
export const importedSource = (): Source =>
  sourceOf([
    ...Array.from({ length: 7 }, (_, index) => concept(`concept-${index}`)),
    ...Array.from({ length: PAPERS }, (_, index) =>
      paper(`arxiv:${index}`, {
        keywords: [`concept-${index % 7}`],
        organizations: [{ slug: `organization-${index % 9}` }],
        repositories: [
          { url: `https://huggingface.co/organization-${index % 5}/model`, foundIn: 'METADATA' },
        ],
        authors: Array.from({ length: 100 }, (_author, place) => ({
          name: `Author ${(index * 31 + place) % 900}`,
        })),
      }),
    ),
    ...Array.from({ length: PAPERS }, (_, index) =>
      citation(`arxiv:${index}`, `arxiv:${(index * 7 + 1) % PAPERS}`),
    ),
  ]);
