package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.HourlyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.core.series.Resolution;
import org.junit.jupiter.api.Test;

/**
 * A dormitory that uses 37.2 m³ every day of the week, 0.2 m³/h of it at night. With hours known,
 * institution-water looks for leaks in the nights.
 */
class NightLeakTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Period YEAR = Period.parse("2023-01-01/2024-01-01");
  private static final Period WEEKS = Period.parse("2023-05-10/2023-06-07");

  /** Use by the hour, with some more litres in the hours from one until another of four weeks. */
  private static MeterReadings readings(int litres, int from, int until) {
    Random noise = new Random(5);
    StringBuilder csv = new StringBuilder("start_local,value_m3\n");
    for (LocalDate date : YEAR.dates().toList()) {
      for (int hour = 0; hour < 24; hour++) {
        int use = (hour < 6 ? 200 : 2000) + noise.nextInt(41) - 20;
        use += WEEKS.contains(date) && hour >= from && hour < until ? litres : 0;
        csv.append(date.atTime(hour, 0)).append(',').append(use / 1000.0).append('\n');
      }
    }
    MeterFormat format = MeterFormat.builder().commodity(Commodity.WATER).zone(CHINA).build();
    return MeterFile.read(
            TextSource.of("meter.csv", csv.toString()), format, new FindingCollector())
        .orElseThrow();
  }

  private static Observations days(MeterReadings readings) {
    DailyDrivers drivers =
        new DailyDrivers(Optional.empty(), Occupancy.none(), WorkCalendar.mainlandChina());
    return Observations.daily(DailyUse.of(readings), drivers, List.of(), YEAR, List.of());
  }

  private static List<Finding> leaks(Observations observations) {
    Checked<Baseline> fit =
        BaselineFitter.builder()
            .resolution(Resolution.DAILY)
            .method("institution-water")
            .build()
            .fit(observations);
    return fit.findings().stream()
        .filter(finding -> finding.code().startsWith("water.leak"))
        .toList();
  }

  /** 30 m³ a day from 08:00 to 18:00, as when a pool is filled: no water runs at night. */
  @Test
  void useByDayOnlyIsNoLeak() {
    MeterReadings pool = readings(3000, 8, 18);
    assertThat(leaks(days(pool))).hasSize(1);
    assertThat(leaks(days(pool).withHours(HourlyUse.of(pool)))).isEmpty();
  }

  @Test
  void aLeakRunsAtNightToo() {
    MeterReadings leaking = readings(1000, 0, 24);
    assertThat(leaks(days(leaking).withHours(HourlyUse.of(leaking))))
        .singleElement()
        .satisfies(
            leak ->
                assertThat(leak.arguments())
                    .containsEntry("from", WEEKS.start().toString())
                    .containsEntry("to", WEEKS.end().toString()));
  }
}
