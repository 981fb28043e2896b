package org.emcsettlement.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntFunction;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.junit.jupiter.api.Test;

class MeterReviewTest {

  private static final Period JANUARY = Period.parse("2025-01-01/2025-02-01");
  private static final int HOURS = 31 * 24;

  /** One row an hour through January; a null row is left out. */
  private static Findings review(IntFunction<String> valueAndQuality) {
    StringBuilder csv = new StringBuilder("start,value,quality\n");
    for (int hour = 0; hour < HOURS; hour++) {
      String cells = valueAndQuality.apply(hour);
      if (cells != null) {
        csv.append(LocalDateTime.of(2025, 1, 1, 0, 0).plusHours(hour))
            .append(',')
            .append(cells)
            .append('\n');
      }
    }
    return review(csv.toString());
  }

  private static Findings review(String csv) {
    MeterFormat format =
        MeterFormat.builder()
            .commodity(Commodity.ELECTRICITY)
            .zone(ZoneId.of("Asia/Shanghai"))
            .unit(MeterUnit.KWH)
            .build();
    MeterReadings readings =
        MeterFile.read(TextSource.of("meters/m1.csv", csv), format, new FindingCollector())
            .orElseThrow();
    return MeterReview.of(readings, JANUARY);
  }

  private static List<String> told(Findings findings) {
    return findings.stream().map(Finding::code).toList();
  }

  private static String normal(int hour) {
    return (10 + hour % 24) + ",";
  }

  @Test
  void cleanReadingsGiveNoFinding() {
    assertThat(review(MeterReviewTest::normal)).isEmpty();
  }

  @Test
  void missingRowsAndEmptyCellsAreOneGap() {
    Findings findings =
        review(hour -> hour >= 100 && hour < 103 ? null : hour == 103 ? "," : normal(hour));
    assertThat(told(findings)).containsExactly("series.gap", "meter.day-left-out");
    assertThat(findings.list().get(0).arguments())
        .containsEntry("count", "4")
        .containsEntry("start", "2025-01-04T20:00:00Z");
    assertThat(findings.list().get(0).place().describe())
        .isEqualTo("meters/m1.csv (2025-01-01/2025-02-01)");
  }

  @Test
  void manyShortGapsAreToldTogether() {
    Findings findings = review(hour -> hour % 24 == 7 ? null : normal(hour));
    assertThat(told(findings)).containsExactly("series.gap", "meter.day-scaled");
    assertThat(findings.list().get(0).arguments())
        .containsEntry("count", "31")
        .containsEntry("runs", "31");
  }

  @Test
  void aSeriesThatStopsEarlyHasAGapAtItsEnd() {
    Findings findings = review(hour -> hour < 24 * 20 ? normal(hour) : null);
    assertThat(findings.list().get(0).arguments()).containsEntry("count", String.valueOf(11 * 24));
    assertThat(told(findings)).containsExactly("series.gap", "meter.day-left-out");
  }

  @Test
  void estimatesNegativesZerosAndSpikesAreTold() {
    assertThat(told(review(hour -> hour < 74 ? "10,ESTIMATED" : normal(hour))))
        .containsExactly("meter.estimated");
    assertThat(told(review(hour -> hour == 5 ? "-3," : normal(hour))))
        .containsExactly("meter.negative");
    assertThat(told(review(hour -> hour >= 48 && hour < 96 ? "0," : normal(hour))))
        .contains("meter.zero-run");
    assertThat(told(review(hour -> hour / 24 == 9 ? "400," : (10 + hour % 24 + hour / 24) + ",")))
        .containsExactly("meter.spike");
  }

  /** A reading that replaced another is no estimate, but the reader is told. */
  @Test
  void correctionsAreToldWithTheFirstDay() {
    Findings findings = review(hour -> hour >= 26 && hour < 29 ? "10,CORRECTED" : normal(hour));
    assertThat(told(findings)).containsExactly("meter.corrected");
    assertThat(findings.list().get(0).arguments())
        .containsEntry("count", "3")
        .containsEntry("first", "2025-01-02");
  }

  @Test
  void monthlyBillsHaveGapsToo() {
    Findings findings =
        review("date,value\n2024-11-01,5\n2024-12-01,6\n2025-02-01,7\n2025-03-01,7\n");
    assertThat(told(findings)).containsExactly("series.gap");
  }
}
