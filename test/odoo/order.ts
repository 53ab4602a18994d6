// Live tests come last: what they need is being built while the others run.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

export class LiveLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLive = (file: TestSpecification) => file.moduleId.endsWith('.live.test.ts');
    return [...sorted.filter((file) => !isLive(file)), ...sorted.filter(isLive)];
  }
}
