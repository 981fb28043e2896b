package org.emcsettlement.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntPredicate;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.Test;

class DailyUseTest {

  private static final MeterFormat OSLO =
      MeterFormat.builder()
          .commodity(Commodity.ELECTRICITY)
          .zone(ZoneId.of("Europe/Oslo"))
          .unit(MeterUnit.KWH)
          .build();

  /** Readings of 1 kWh from a local midnight, with some left out. */
  private static MeterReadings ones(String start, int count, Duration step, IntPredicate missing) {
    StringBuilder csv = new StringBuilder("start,value\n");
    for (int i = 0; i < count; i++) {
      OffsetDateTime time = OffsetDateTime.parse(start).plus(step.multipliedBy(i));
      csv.append(time).append(',').append(missing.test(i) ? "" : "1").append('\n');
    }
    return MeterFile.read(TextSource.of("m.csv", csv.toString()), OSLO, new FindingCollector())
        .orElseThrow();
  }

  @Test
  void daysOf23And25HoursAreWholeDays() {
    DailyUse spring =
        DailyUse.of(
            ones("2025-03-29T00:00:00+01:00", 24 + 23 + 24, Duration.ofHours(1), i -> false));
    assertThat(spring.coverage()).isEqualTo(Period.parse("2025-03-29/2025-04-01"));
    assertThat(spring.on(LocalDate.of(2025, 3, 30))).contains(Rational.of(23));
    DailyUse autumn =
        DailyUse.of(ones("2025-10-26T00:00:00+02:00", 25, Duration.ofHours(1), i -> false));
    assertThat(autumn.on(LocalDate.of(2025, 10, 26))).contains(Rational.of(25));
    assertThat(autumn.isScaled(LocalDate.of(2025, 10, 26))).isFalse();
  }

  @Test
  void oneMissingHourIsScaledTwoAreNot() {
    DailyUse use =
        DailyUse.of(
            ones(
                "2025-01-01T00:00:00+01:00",
                48,
                Duration.ofHours(1),
                i -> i == 5 || i == 30 || i == 40));
    assertThat(use.on(LocalDate.of(2025, 1, 1))).contains(Rational.of(24));
    assertThat(use.isScaled(LocalDate.of(2025, 1, 1))).isTrue();
    assertThat(use.on(LocalDate.of(2025, 1, 2))).isEmpty();
    assertThat(use.countedDays(Period.parse("2024-12-30/2025-01-05")))
        .containsExactly(LocalDate.of(2025, 1, 1));
  }

  @Test
  void quarterHoursAddUpToDays() {
    DailyUse use =
        DailyUse.of(ones("2025-01-01T00:00:00+01:00", 96, Duration.ofMinutes(15), i -> i < 4));
    assertThat(use.on(LocalDate.of(2025, 1, 1))).contains(Rational.of(96));
    DailyUse five =
        DailyUse.of(ones("2025-01-01T00:00:00+01:00", 96, Duration.ofMinutes(15), i -> i < 5));
    assertThat(five.on(LocalDate.of(2025, 1, 1))).isEmpty();
  }

  @Test
  void boundariesAddTheirMetersUpWithSigns() {
    DailyUse main =
        DailyUse.of(ones("2025-01-01T00:00:00+01:00", 72, Duration.ofHours(1), i -> false));
    DailyUse kitchen =
        DailyUse.of(ones("2025-01-02T00:00:00+01:00", 48, Duration.ofHours(2), i -> i == 20));
    DailyUse boundary =
        DailyUse.sum(List.of(new DailyUse.Signed(main, 1), new DailyUse.Signed(kitchen, -1)));
    assertThat(boundary.on(LocalDate.of(2025, 1, 1))).isEmpty();
    assertThat(boundary.on(LocalDate.of(2025, 1, 2))).contains(Rational.of(12));
    assertThat(boundary.on(LocalDate.of(2025, 1, 3))).isEmpty(); // two hours of the kitchen missing
  }

  @Test
  void billsAreNeverSpreadOverDays() {
    MeterReadings monthly =
        MeterFile.read(
                TextSource.of("m.csv", "date,value\n2025-01-01,31\n2025-02-01,28\n"),
                OSLO,
                new FindingCollector())
            .orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DailyUse.of(monthly))
        .withMessageContaining("billing periods");
    BilledUse.Part part = BilledUse.of(monthly).in(Period.parse("2025-01-16/2025-03-03"));
    assertThat(part.quantity()).isEqualTo(Rational.of(16 + 28));
    assertThat(part.split()).isTrue();
    assertThat(part.missing()).containsExactly(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 2));
  }
}
