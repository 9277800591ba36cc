import { expect, test } from 'vitest';
import { paper, provenance, sourceOf } from '../test/records.ts';
import { contentOf, temporaryGraph } from '../test/temporary-graph.ts';
import { ingest } from './ingest.ts';
import type { PaperRecord } from './record.ts';

const concepts = { ofKeyword: () => undefined, ofHeading: () => undefined, mentions: () => [] };
const linking = (id: string, url: string, observedAt = provenance.observedAt) =>
  paper(id, {
    repositories: [{ url, foundIn: 'METADATA' }],
    provenance: { ...provenance, observedAt },
  });
const from = (id: string, slug: string) => paper(id, { organizations: [{ slug }] });

/** Each list of records in an import, and so in a batch, of its own. */
async function owned(...imports: readonly (readonly PaperRecord[])[]) {
  const engine = temporaryGraph();
  for (const [index, records] of imports.entries()) {
    await ingest(engine, sourceOf(records, `test ${index}`), concepts);
  }
  const content = await contentOf(engine);
  return content.filter((line) => line.includes('"kind":"OWNS"'));
}

const model = linking('arxiv:1', 'https://huggingface.co/Baidu/Ernie');

test('a repository on Hugging Face belongs to the organization whose slug is its owner, in any letter case', async () => {
  const [edge, ...others] = await owned([model, from('arxiv:2', 'BAIDU')]);
  expect(JSON.parse(edge ?? '')).toMatchObject({
    ...{ kind: 'OWNS', from: 'hf-org:baidu', to: 'huggingface.co/baidu/ernie' },
    provenance: { source: 'HUGGING_FACE', observedAt: provenance.observedAt },
  });
  expect(others).toEqual([]);
});

test('data sets and spaces belong to their owners as models do', async () => {
  const dataset = linking('arxiv:3', 'https://huggingface.co/datasets/baidu/Questions');
  expect(await owned([dataset, from('arxiv:2', 'baidu')])).toHaveLength(1);
});

test('the owner is found whichever of the two comes first, and the edge is the same', async () => {
  const organization = from('arxiv:2', 'baidu');
  const later = linking('arxiv:4', 'https://huggingface.co/baidu/ernie', '2026-06-01T00:00:00Z');
  const together = await owned([model, later, organization]);
  expect(together).toHaveLength(1);
  expect(await owned([organization], [model, later])).toEqual(together);
  expect(await owned([model, later], [organization])).toEqual(together);
  expect(await owned([model], [organization], [later])).toEqual(together);
});

test('an organization whose slug only begins the owner owns nothing', async () => {
  const other = linking('arxiv:1', 'https://huggingface.co/baidu-research/ernie');
  expect(await owned([other], [from('arxiv:2', 'baidu')])).toEqual([]);
});

test('on other hosts the owner of that name may be somebody else', async () => {
  const code = linking('arxiv:1', 'https://github.com/baidu/ernie');
  expect(await owned([code, from('arxiv:2', 'baidu')])).toEqual([]);
  expect(await owned([code], [from('arxiv:2', 'baidu')])).toEqual([]);
});
