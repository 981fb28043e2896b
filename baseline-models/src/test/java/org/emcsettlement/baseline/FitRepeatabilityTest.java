package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.emcsettlement.core.OtherProcess;
import org.emcsettlement.core.period.Period;
import org.junit.jupiter.api.Test;

/** The digest of a frozen baseline is the same interpreted, compiled and on another machine. */
class FitRepeatabilityTest {

  private static final Period TWO_YEARS =
      Period.of(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1));

  /** Prints the digests of some fits; run here and in other processes. */
  static final class Digests {

    private Digests() {}

    public static void main(String[] args) {
      System.out.print(text());
    }

    static String text() {
      StringBuilder text = new StringBuilder();
      for (int seed = 0; seed < 4; seed++) {
        KnownBuilding building = new KnownBuilding(seed, TWO_YEARS);
        append(text, BaselineFitter.daily(), building.daily(use(building, seed), "HEADCOUNT"));
        append(text, BaselineFitter.billing(), building.bills(use(building, seed)));
      }
      return text.toString();
    }

    private static void append(
        StringBuilder text, BaselineFitter fitter, Observations observations) {
      Baseline baseline = fitter.fit(observations).orThrow();
      text.append(baseline.form())
          .append(' ')
          .append(baseline.freeze("b", Optional.of("s")).digest())
          .append('\n');
    }

    private static ToDoubleFunction<LocalDate> use(KnownBuilding building, long seed) {
      return date ->
          900
              + (10 + seed) * KnownBuilding.positive(11 - building.temperature(date))
              + 14 * KnownBuilding.positive(building.temperature(date) - 20.5)
              + building.headcount(date)
              + 40 * building.noise(date);
    }
  }

  @Test
  void interpretedAndCompiledAgree() throws Exception {
    assertThat(OtherProcess.interpreted(Digests.class)).isEqualTo(Digests.text());
  }

  @Test
  void anotherVirtualMachineAgrees() throws Exception {
    assertThat(OtherProcess.onAnotherMachine(Digests.class)).isEqualTo(Digests.text());
  }
}
