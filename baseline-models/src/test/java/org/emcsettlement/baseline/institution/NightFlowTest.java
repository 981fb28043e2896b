package org.emcsettlement.baseline.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.HourlyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.MeterReadings;
import org.junit.jupiter.api.Test;

/** A dormitory: 0.20 m³/h at night, 2 m³/h by day, every day of the week. */
class NightFlowTest {

  private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");
  private static final Period YEAR = Period.parse("2023-01-01/2024-01-01");
  private static final LeakDetection STANDARD = LeakDetection.standard();

  /** Litres each hour, with a leak and with noise of ten litres. */
  private static MeterReadings readings(Period leak, int litres, long seed) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("start_utc,value_m3\n");
    Instant end = YEAR.end().atStartOfDay(ATHENS).toInstant();
    for (Instant hour = YEAR.start().atStartOfDay(ATHENS).toInstant();
        hour.isBefore(end);
        hour = hour.plusSeconds(3600)) {
      ZonedDateTime local = hour.atZone(ATHENS);
      int use = local.getHour() < 6 ? 200 : 2000;
      use += leak.contains(local.toLocalDate()) ? litres : 0;
      use += seed == 0 ? 0 : random.nextInt(21) - 10;
      csv.append(hour).append(',').append(use / 1000.0).append('\n');
    }
    MeterFormat format = MeterFormat.builder().commodity(Commodity.WATER).zone(ATHENS).build();
    return MeterFile.read(
            TextSource.of("meter.csv", csv.toString()), format, new FindingCollector())
        .orElseThrow();
  }

  private static WaterDays nights(MeterReadings readings) {
    return NightFlow.of(HourlyUse.of(readings), Campus.CALENDAR, YEAR);
  }

  private static WaterDays days(MeterReadings readings) {
    return WaterDays.of(DailyUse.of(readings), Campus.CALENDAR, YEAR);
  }

  @Test
  void flowOfBothHoursAsIfItRanAllDay() {
    WaterDays nights = nights(readings(Period.parse("2023-05-10/2023-05-11"), 100, 0));

    assertThat(nights.use()[0]).isCloseTo(4.8, within(1e-12));
    int tenth = nights.dates().indexOf(LocalDate.parse("2023-05-10"));
    assertThat(nights.use()[tenth]).isCloseTo(7.2, within(1e-12));
    assertThat(nights.dates()).hasSize(364).doesNotContain(LocalDate.parse("2023-03-26"));
  }

  /** On 26 March the clock goes from 03:00 to 04:00; in October 03:00 comes twice. */
  @Test
  void nightWithoutOneOfTheHoursIsMissing() {
    WaterDays nights = nights(readings(Period.parse("2023-05-10/2023-05-11"), 0, 0));

    assertThat(nights.dates())
        .doesNotContain(LocalDate.parse("2023-03-26"))
        .contains(LocalDate.parse("2023-10-29"));
  }

  /** 38 m³ on every day of the week: a leak of 24 m³/d is more than half of them. */
  @Test
  void leakIsFoundToTheNight() {
    for (long seed = 1; seed <= 3; seed++) {
      Period truth = Period.parse("2023-05-10/2023-06-07");
      MeterReadings readings = readings(truth, 1000, seed);
      WaterLevel level = STANDARD.nightLevel(nights(readings), STANDARD.level(days(readings)));

      List<WaterEvent> leaks = STANDARD.nightLeaks(nights(readings), level);

      assertThat(leaks).hasSize(1);
      assertThat(leaks.get(0).days()).isEqualTo(truth);
      assertThat(leaks.get(0).ratePerDay()).isCloseTo(24, within(0.3));
      assertThat(leaks.get(0).standardError()).isLessThan(0.3);
    }
  }

  @Test
  void threeNightsOfSevenAreNoLeak() {
    MeterReadings three = readings(Period.parse("2023-05-10/2023-05-13"), 1000, 1);
    MeterReadings four = readings(Period.parse("2023-05-10/2023-05-14"), 1000, 1);

    assertThat(leaks(three)).isEmpty();
    assertThat(leaks(four)).hasSize(1);
  }

  private static List<WaterEvent> leaks(MeterReadings readings) {
    WaterLevel level = STANDARD.nightLevel(nights(readings), STANDARD.level(days(readings)));
    return STANDARD.nightLeaks(nights(readings), level);
  }
}
