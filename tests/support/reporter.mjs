/** mocha's spec report, closed by the one line that CI reads; a test that did not run counts as failed. */
import mocha from "mocha";

export default class Reporter extends mocha.reporters.Spec {
  done(failures, end) {
    const { passes, pending } = this.stats;
    process.stdout.write(`\n${passes} passed, ${this.stats.failures + pending} failed\n`);
    end(failures + pending);
  }
}
