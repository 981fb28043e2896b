package org.emcsettlement.baseline.caltrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.junit.jupiter.api.Test;

/** What follows from the definition of the method, on meters whose use is known exactly. */
class CaltrackFitTest {

  private static final int YEAR = 365;
  private static final long DAY = 86_400;

  /** A year's wave of daily temperatures [°C] between −8 and 32. */
  private static double celsius(int day) {
    return 12 - 20 * StrictMath.cos(2 * Math.PI * day / YEAR);
  }

  private static double fahrenheit(int day) {
    return celsius(day) * 1.8 + 32;
  }

  /** One row a day. */
  private static CaltrackSample days(int size, IntToDoubleFunction use) {
    return rows(size, 1, use);
  }

  /** Rows of several days whose use is the sum over their days. */
  private static CaltrackSample rows(int size, int length, IntToDoubleFunction use) {
    long[] start = new long[size];
    long[] end = new long[size];
    double[] sums = new double[size];
    for (int i = 0; i < size; i++) {
      start[i] = (long) i * length * DAY;
      end[i] = (i + 1L) * length * DAY;
      for (int day = i * length; day < (i + 1) * length; day++) {
        sums[i] += use.applyAsDouble(day);
      }
    }
    return CaltrackSample.ofHours(start, end, sums, hour -> celsius((int) (hour / DAY)));
  }

  @Test
  void findsBalancePointsOnTheGrid() {
    CaltrackFit fit =
        CaltrackFit.of(
                days(
                    YEAR,
                    day ->
                        40
                            + 1.5 * Math.max(50 - fahrenheit(day), 0)
                            + 2.5 * Math.max(fahrenheit(day) - 68, 0)),
                CaltrackMethod.daily())
            .orThrow();
    assertThat(fit.model().type()).isEqualTo(CaltrackType.CDD_HDD);
    assertThat(fit.model().heating().orElseThrow().balancePoint()).isEqualTo(50);
    assertThat(fit.model().cooling().orElseThrow().balancePoint()).isEqualTo(68);
    assertThat(fit.model().intercept()).isCloseTo(40, within(1e-11));
    assertThat(fit.model().heating().orElseThrow().perDegree()).isCloseTo(1.5, within(1e-12));
    assertThat(fit.model().cooling().orElseThrow().perDegree()).isCloseTo(2.5, within(1e-12));
    assertThat(fit.model().adjustedR2()).isCloseTo(1, within(1e-13));
    int candidates =
        fit.counts().values().stream()
            .mapToInt(c -> c.qualified() + c.disqualified() + c.notAttempted())
            .sum();
    assertThat(candidates).isEqualTo(1 + 61 + 61 + 61 * 62 / 2);
  }

  /** Degree days are those of days, so a month's mean temperature does not flatten the slope. */
  @Test
  void billingPeriodsGiveTheSlopeOfTheirDays() {
    CaltrackFit fit =
        CaltrackFit.of(
                rows(12, 30, day -> 10 + 0.8 * Math.max(61 - fahrenheit(day), 0)),
                CaltrackMethod.billing())
            .orThrow();
    assertThat(fit.model().type()).isEqualTo(CaltrackType.HDD_ONLY);
    assertThat(fit.model().heating().orElseThrow().balancePoint()).isEqualTo(61);
    assertThat(fit.model().heating().orElseThrow().perDegree()).isCloseTo(0.8, within(1e-11));
    assertThat(fit.model().intercept()).isCloseTo(10, within(1e-10));
  }

  @Test
  void aMeterThatDoesNotVaryIsAConstant() {
    CaltrackFit fit =
        CaltrackFit.of(days(YEAR, day -> 0.1 + 0.2), CaltrackMethod.daily()).orThrow();
    assertThat(fit.model().type()).isEqualTo(CaltrackType.INTERCEPT_ONLY);
    assertThat(fit.model().intercept()).isCloseTo(0.3, within(1e-15));
    assertThat(fit.counts().get(CaltrackType.HDD_ONLY)).isEqualTo(new CandidateCounts(0, 0, 61));
  }

  /** Above the warmest day heating degree days are a line in temperature, whatever their base. */
  @Test
  void equalCandidatesGoToTheFirst() {
    CaltrackFit fit =
        CaltrackFit.of(
                CaltrackSample.ofDays(starts(60), ends(60), uses(60), temperatures(60)),
                CaltrackMethod.daily().withoutCooling())
            .orThrow();
    // 20 °C = 68 °F is the warmest day, so 68 to 90 °F give the same fit
    assertThat(fit.model().heating().orElseThrow().balancePoint()).isEqualTo(68);
  }

  private static long[] starts(int size) {
    long[] starts = new long[size];
    Arrays.setAll(starts, i -> i * DAY);
    return starts;
  }

  private static long[] ends(int size) {
    long[] ends = new long[size];
    Arrays.setAll(ends, i -> (i + 1) * DAY);
    return ends;
  }

  /** Use falls in a straight line with temperature. */
  private static double[] uses(int size) {
    double[] uses = new double[size];
    Arrays.setAll(uses, i -> 300 - 2 * (temperatures(size)[i][0] * 1.8 + 32));
    return uses;
  }

  private static double[][] temperatures(int size) {
    double[][] temperatures = new double[size][1];
    Arrays.setAll(temperatures, i -> new double[] {20 - 0.5 * i});
    return temperatures;
  }

  @Test
  void everyNegativeCoefficientDisqualifies() {
    Checked<CaltrackFit> fit =
        CaltrackFit.of(days(YEAR, day -> -5 - 0.01 * (day % 7)), CaltrackMethod.daily());
    assertThat(fit.value()).isEmpty();
    assertThat(fit.findings().stream().map(Finding::code)).containsExactly("fit.no-candidate");
  }

  @Test
  void noCompleteRowIsAFinding() {
    Checked<CaltrackFit> fit =
        CaltrackFit.of(days(YEAR, day -> Double.NaN), CaltrackMethod.daily());
    assertThat(fit.findings().stream().map(Finding::code))
        .containsExactly("fit.too-few-observations");
  }

  @Test
  void handsOverKelvinAndWhatItRejected() {
    CaltrackFit fit =
        CaltrackFit.of(
                days(YEAR, day -> 40 + 1.5 * Math.max(50 - fahrenheit(day), 0)),
                CaltrackMethod.daily())
            .orThrow();
    ModelFit model = fit.toModelFit();
    assertThat(model.form()).isEqualTo("CALTRACK_HDD_ONLY");
    // 50 °F = 10 °C; 1.5 per °F = 2.7 per K
    assertThat(model.regressors()).asString().isEqualTo("[DAYS, DEGREES_BELOW(10.00)]");
    assertThat(model.heatingChangePoint())
        .get(InstanceOfAssertFactories.DOUBLE)
        .isCloseTo(10, within(1e-14));
    assertThat(model.coolingChangePoint()).isEmpty();
    assertThat(model.linear().coefficient(0)).isCloseTo(40, within(1e-11));
    assertThat(model.linear().coefficient(1)).isCloseTo(2.7, within(1e-12));
    assertThat(model.parameters()).isEqualTo(3);
    assertThat(model.rows()).hasSize(YEAR);
    assertThat(model.rejected())
        .extracting(Rejection::form)
        .containsExactly("CALTRACK_INTERCEPT_ONLY", "CALTRACK_CDD_ONLY", "CALTRACK_CDD_HDD");
    assertThat(model.rejected().get(0).reason())
        .isEqualTo(
            "adjusted R² 0 does not exceed 1 (1 qualified, 0 with a negative coefficient, 0 without"
                + " enough degree days)");
  }

  /** The 24 hours from the start count; the 25th is a block of one hour, which is too short. */
  @Test
  void blocksAreCountedFromTheStartOfTheRow() {
    long[] end = {25 * 3600};
    CaltrackSample sample =
        CaltrackSample.ofHours(
            new long[] {0}, end, new double[] {5}, hour -> hour < 86_400 ? 10 : 40);
    assertThat(sample.means(0)).containsExactly(new double[] {50}, within(1e-12));
    assertThat(sample.blocks(0)).isEqualTo(2);
    assertThat(sample.days(0)).isEqualTo(25 / 24.0);
  }

  /** Half a day: 13 hours count, 12 do not; a longer row needs nine tenths of its hours. */
  @Test
  void aRowNeedsItsTemperatures() {
    assertThat(complete(1, 13)).isTrue();
    assertThat(complete(1, 12)).isFalse();
    assertThat(complete(10, 216)).isTrue();
    assertThat(complete(10, 215)).isFalse();
  }

  private static boolean complete(int days, int knownHours) {
    return CaltrackSample.ofHours(
            new long[] {0},
            new long[] {days * DAY},
            new double[] {1},
            hour -> hour / 3600 < knownHours ? 10 : Double.NaN)
        .isComplete(0);
  }

  @Test
  void rowsThatOverlapAreTheCallersMistake() {
    assertThatThrownBy(
            () ->
                CaltrackSample.ofHours(
                    new long[] {0, 3600}, new long[] {7200, 9000}, new double[2], hour -> 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("start[1] is 3600, must not lie before end[0] = 7200");
    assertThatThrownBy(
            () -> CaltrackSample.ofHours(new long[] {5}, new long[] {5}, new double[1], hour -> 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("end[0] is 5, must lie after start[0] = 5");
  }
}
