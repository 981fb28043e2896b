package org.emcsettlement.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.Test;

/** Two months of hours; the base load is 10.5 kWh an hour, the median 20.5, the step 0.5. */
class FalseZerosTest {

  private static final Period JANUARY = Period.parse("2025-01-01/2025-02-01");
  private static final int HOURS = 59 * 24;

  private static MeterReadings readings(Commodity commodity, IntFunction<String> value) {
    StringBuilder csv = new StringBuilder("start,value\n");
    for (int hour = 0; hour < HOURS; hour++) {
      csv.append(LocalDateTime.of(2025, 1, 1, 0, 0).plusHours(hour))
          .append(',')
          .append(value.apply(hour))
          .append('\n');
    }
    MeterFormat format =
        MeterFormat.builder()
            .commodity(commodity)
            .zone(ZoneId.of("Asia/Shanghai"))
            .unit(MeterUnit.KWH)
            .build();
    return MeterFile.read(TextSource.of("m.csv", csv.toString()), format, new FindingCollector())
        .orElseThrow();
  }

  private static Checked<MeterReadings> january(IntFunction<String> value) {
    return FalseZeros.in(readings(Commodity.ELECTRICITY, value), JANUARY);
  }

  private static String normal(int hour) {
    return hour % 24 < 8 ? "10.5" : hour % 2 == 0 ? "20.5" : "21";
  }

  private static IntFunction<String> zeros(int from, int until) {
    return hour -> hour >= from && hour < until ? "0" : normal(hour);
  }

  private static long missing(MeterReadings readings) {
    return readings.series().qualities().length
        - IntStream.range(0, readings.size())
            .filter(i -> readings.quality(i) != Quality.MISSING)
            .count();
  }

  @Test
  void anAbruptRunOfZerosIsMissingWithAFinding() {
    Checked<MeterReadings> checked = january(zeros(100, 130));
    assertThat(missing(checked.orThrow())).isEqualTo(30);
    assertThat(checked.orThrow().quality(99)).isEqualTo(Quality.ACTUAL);
    assertThat(checked.orThrow().quality(100)).isEqualTo(Quality.MISSING);
    assertThat(checked.orThrow().quality(129)).isEqualTo(Quality.MISSING);
    assertThat(checked.orThrow().quality(130)).isEqualTo(Quality.ACTUAL);
    assertThat(checked.findings().list()).hasSize(1);
    assertThat(checked.findings().list().get(0).code()).isEqualTo("meter.false-zeros");
    assertThat(checked.findings().list().get(0).arguments())
        .containsEntry("count", "30")
        .containsEntry("first", "2025-01-04T20:00:00Z")
        .containsEntry("last", "2025-01-06T01:00:00Z")
        .containsEntry("base", "10.5")
        .containsEntry("rule", "false-zeros");
  }

  private static void unchanged(Checked<MeterReadings> checked) {
    assertThat(missing(checked.orThrow())).isZero();
    assertThat(checked.findings()).isEmpty();
  }

  @Test
  void otherPeriodsStayAsTheyAre() {
    unchanged(january(zeros(31 * 24, 31 * 24 + 40)));
  }

  @Test
  void aLoadThatFadesAwayIsReal() {
    unchanged(january(hour -> hour == 99 ? "0.5" : hour >= 100 && hour < 110 ? "0" : normal(hour)));
    unchanged(january(hour -> hour == 110 ? "5" : hour >= 100 && hour < 110 ? "0" : normal(hour)));
  }

  /** Half the base load, 5.25, is enough of an edge. */
  @Test
  void aPartOfAnHourBesideTheRunIsNoFading() {
    Checked<MeterReadings> checked =
        january(hour -> hour == 99 ? "5.5" : hour >= 100 && hour < 110 ? "0" : normal(hour));
    assertThat(missing(checked.orThrow())).isEqualTo(10);
  }

  @Test
  void aCircuitThatIsOffEveryNightIsReallyOff() {
    unchanged(january(hour -> hour % 24 < 6 ? "0" : normal(hour)));
  }

  @Test
  void lowReadingsElsewhereMeanThatLowUseIsPossible() {
    unchanged(
        january(hour -> hour % 50 == 7 ? "1" : hour >= 100 && hour < 107 ? "0" : normal(hour)));
  }

  /** Whole kilowatt hours at a base of 2: a zero is an honest reading. */
  @Test
  void aCoarseMeterShowsHonestZeros() {
    unchanged(january(hour -> hour % 40 == 3 ? "0" : hour % 2 == 0 ? "2" : "3"));
  }

  @Test
  void otherCommoditiesAreOftenZero() {
    unchanged(FalseZeros.in(readings(Commodity.HEAT, zeros(100, 130)), JANUARY));
  }

  @Test
  void multiplyingIsExactInsideThePeriodOnly() {
    MeterReadings less =
        readings(Commodity.ELECTRICITY, FalseZerosTest::normal)
            .times(new BigDecimal("0.92"), JANUARY);
    assertThat(less.quantity(0)).isEqualTo(Rational.parse("9.66"));
    assertThat(less.quantity(31 * 24 - 1)).isEqualTo(Rational.parse("19.32"));
    assertThat(less.quantity(31 * 24)).isEqualTo(Rational.parse("10.5"));
  }
}
