// Names, at the end of a run, each test that passed only on its second try: it hides a race, in the test or in the program.
import type { Reporter, TestCase } from 'vitest/node';

export class SecondTry implements Reporter {
  private readonly names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.names) process.stdout.write(`second try: ${name}\n`);
  }
}
