package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.Resolution;
import org.junit.jupiter.api.Test;

/** CalTRACK through the face of the library, on a building whose use is known. */
class UsagePerDayMethodTest {

  private static final KnownBuilding BUILDING =
      new KnownBuilding(7, Period.parse("2023-01-01/2024-01-01"));

  /** 50 °F are 10 °C exactly, 68 °F are 20 °C. */
  private static double use(LocalDate date) {
    return 900
        + 12 * KnownBuilding.positive(10 - BUILDING.temperature(date))
        + 30 * KnownBuilding.positive(BUILDING.temperature(date) - 20);
  }

  private static BaselineFitter fitter(String method, Resolution resolution) {
    return BaselineFitter.builder().method(method).resolution(resolution).build();
  }

  private static void assertTruth(FrozenBaseline frozen) {
    assertThat(frozen.coefficients())
        .extracting(c -> c.regressor().toString())
        .containsExactly("DAYS", "DEGREES_BELOW(10.00)", "DEGREES_ABOVE(20.00)");
    assertThat(frozen.coefficients())
        .extracting(Coefficient::value)
        .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .containsExactly(new BigDecimal("900"), new BigDecimal("12"), new BigDecimal("30"));
  }

  @Test
  void fitsAndFreezesDays() {
    Baseline baseline =
        fitter("caltrack-daily", Resolution.DAILY)
            .fit(BUILDING.daily(UsagePerDayMethodTest::use))
            .orThrow();
    assertThat(baseline.method()).isEqualTo("caltrack-daily");
    assertThat(baseline.form()).isEqualTo("CALTRACK_CDD_HDD");
    assertThat(baseline.statistics().adjustedR2()).isCloseTo(1, within(1e-12));
    assertThat(baseline.rejected())
        .extracting(Rejection::form)
        .containsExactly("CALTRACK_INTERCEPT_ONLY", "CALTRACK_HDD_ONLY", "CALTRACK_CDD_ONLY");
    assertTruth(baseline.freeze("b", Optional.of("s")));
  }

  @Test
  void fitsAndFreezesBills() {
    Baseline baseline =
        fitter("caltrack-billing", Resolution.BILLING)
            .fit(BUILDING.bills(UsagePerDayMethodTest::use))
            .orThrow();
    assertTruth(baseline.freeze("b", Optional.of("s")));
  }

  @Test
  void saysThatItKnowsNoOtherDriver() {
    Checked<Baseline> fit =
        fitter("caltrack-daily", Resolution.DAILY)
            .fit(BUILDING.daily(UsagePerDayMethodTest::use, "HEADCOUNT"));
    assertThat(fit.findings().stream().map(Finding::en))
        .contains(
            "Method caltrack-daily knows no driver but temperature; HEADCOUNT were left out of the"
                + " model.");
    assertTruth(fit.orThrow().freeze("b", Optional.of("s")));
  }
}
