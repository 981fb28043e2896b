package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;

import org.emcsettlement.core.OtherProcess;
import org.junit.jupiter.api.Test;

/** The same rows give the same bits: interpreted, compiled, and on another virtual machine. */
class RepeatabilityTest {

  /** Prints every number of some fits; run here and in other processes. */
  static final class Fingerprint {

    private Fingerprint() {}

    public static void main(String[] args) {
      System.out.print(text());
    }

    static String text() {
      StringBuilder text = new StringBuilder();
      for (int seed = 0; seed < 12; seed++) {
        HingeSearch points = HingeProblem.random(seed, 40 + 5 * seed).search();
        append(text, points.constant());
        append(text, points.line());
        append(text, points.below());
        append(text, points.above());
        append(text, points.shared());
        append(text, points.both(Double.POSITIVE_INFINITY));
        DegreeSumSearch samples = SampleProblem.random(seed, 12, 20).search();
        append(text, samples.below());
        append(text, samples.above());
        append(text, samples.both(Double.POSITIVE_INFINITY));
      }
      return text.toString();
    }

    private static void append(StringBuilder text, HingeOutcome outcome) {
      text.append(outcome.form());
      outcome.fit().ifPresent(fit -> append(text, fit));
      text.append('\n');
    }

    private static void append(StringBuilder text, HingeFit fit) {
      fit.sides().forEach(side -> text.append(' ').append(side));
      append(text, fit.sse());
      for (double coefficient : fit.linear().coefficients()) {
        append(text, coefficient);
      }
      for (double residual : fit.linear().residuals()) {
        append(text, residual);
      }
      for (double[] row : fit.linear().inverseGram()) {
        for (double entry : row) {
          append(text, entry);
        }
      }
    }

    private static void append(StringBuilder text, double number) {
      text.append(' ').append(Long.toHexString(Double.doubleToRawLongBits(number)));
    }
  }

  @Test
  void interpretedAndCompiledAgree() throws Exception {
    assertThat(OtherProcess.interpreted(Fingerprint.class)).isEqualTo(Fingerprint.text());
  }

  @Test
  void anotherVirtualMachineAgrees() throws Exception {
    assertThat(OtherProcess.onAnotherMachine(Fingerprint.class)).isEqualTo(Fingerprint.text());
  }
}
