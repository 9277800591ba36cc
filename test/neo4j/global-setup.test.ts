import { beforeEach, describe, expect, test, vi } from 'vitest';
import startForAllTests from './global-setup.ts';

describe('where Neo4j cannot run', () => {
  const provide = vi.fn();
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  beforeEach(() => {
    vi.stubEnv('PATH', '');
    vi.stubEnv('JAVA_HOME', '');
  });

  test('tests that need it are skipped, and one line says why', async () => {
    vi.stubEnv('CI', undefined);
    await startForAllTests({ provide });
    expect(provide).toHaveBeenCalledExactlyOnceWith('neo4j', null);
    expect(write.mock.calls).toEqual([
      [expect.stringMatching(/^Tests on Neo4j are skipped\. Neo4j cannot be started here: .+\n$/u)],
    ]);
  });

  test('CI fails', async () => {
    vi.stubEnv('CI', 'true');
    await expect(startForAllTests({ provide })).rejects.toThrow('Neo4j cannot be started here');
  });
});
