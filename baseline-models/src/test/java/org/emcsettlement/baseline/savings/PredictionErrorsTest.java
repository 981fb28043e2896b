package org.emcsettlement.baseline.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.HourlyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.Occupancy;
import org.junit.jupiter.api.Test;

/** Errors by hand: rows without use or driver are left out. */
class PredictionErrorsTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static FrozenBaseline model(String... coefficients) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < coefficients.length; i += 2) {
      named.put(coefficients[i], coefficients[i + 1]);
    }
    return Site.model("m", Optional.empty(), named);
  }

  /** Predicted 150, 100, 100; used 160, 120, 80: e = 10, 20, −20, Σe² = 900. */
  @Test
  void days() {
    Site site = new Site();
    String[] celsius = {"10", "20", "", "16", "15"};
    String[] used = {"160", "120", "70", "80", ""};
    for (int i = 0; i < used.length; i++) {
      LocalDate date = LocalDate.of(2025, 1, 1 + i);
      if (!celsius[i].isEmpty()) {
        site.temperature.put(date, new BigDecimal(celsius[i]));
      }
      if (!used[i].isEmpty()) {
        site.use.put(date, new BigDecimal(used[i]));
      }
    }
    PredictionErrors errors =
        PredictionErrors.of(
            model("DAYS", "100", "DEGREES_BELOW(15.00)", "10"),
            site.drivers(),
            site.measured(),
            Period.parse("2025-01-01/2025-01-06"));
    assertThat(errors.size()).isEqualTo(3);
    assertThat(errors.cvRmse()).isCloseTo(Math.sqrt(300) / 120, within(1e-12));
    assertThat(errors.nmbe()).isCloseTo(10.0 / 360, within(1e-12));
  }

  /** Bills of 10 and 30 days, 11 and 9 a day against 10: Σ days·e² = 40, mean 9.5 a day. */
  @Test
  void billsCountByTheirDays() {
    PredictionErrors errors =
        PredictionErrors.of(
            model("DAYS", "10"),
            new Site().drivers(),
            Site.bills("2025-01-01,2025-01-11,110", "2025-01-11,2025-02-10,270"),
            Period.parse("2025-01-01/2025-02-10"));
    assertThat(errors.size()).isEqualTo(2);
    assertThat(errors.cvRmse()).isCloseTo(1 / 9.5, within(1e-12));
    assertThat(errors.nmbe()).isCloseTo(-20.0 / 380, within(1e-12));
  }

  /**
   * Three days of 2 kWh an hour and 6 from 8 to 9, predicted as 2.5 an hour and 5.5 from 8 to 9, so
   * that e = ±0.5. The first day lacks one hour, the second two: 23 + 24 hours count.
   */
  @Test
  void hours() {
    StringBuilder use = new StringBuilder("start,value_kwh\n");
    StringBuilder weather = new StringBuilder("time,celsius\n");
    for (int hour = 0; hour < 72; hour++) {
      LocalDateTime time = LocalDateTime.of(2025, 1, 6, 0, 0).plusHours(hour);
      boolean missing = hour == 3 || hour == 27 || hour == 28;
      use.append(time).append(missing ? "," : hour % 24 == 8 ? ",6" : ",2").append('\n');
      weather.append(time).append(",1\n");
    }
    MeterFormat format = MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(CHINA).build();
    FindingCollector findings = new FindingCollector();
    HourlyUse hourly =
        HourlyUse.of(
            MeterFile.read(TextSource.of("m.csv", use.toString()), format, findings).orElseThrow());
    DailyDrivers drivers =
        new DailyDrivers(
            DailyTemperature.read(TextSource.of("t.csv", weather.toString()), CHINA, findings),
            Occupancy.none(),
            WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY));
    PredictionErrors errors =
        PredictionErrors.hourly(
            model("DAYS", "60", "HOURS(1-7:8-9)", "3"),
            drivers,
            hourly,
            Period.parse("2025-01-06/2025-01-09"));
    assertThat(errors.size()).isEqualTo(47);
    double mean = (45 * 2 + 2 * 6) / 47.0;
    assertThat(errors.cvRmse()).isCloseTo(0.5 / mean, within(1e-12));
    assertThat(errors.nmbe()).isCloseTo((-45 * 0.5 + 2 * 0.5) / (47 * mean), within(1e-12));
  }

  @Test
  void withoutRowsThereIsNoStatistic() {
    PredictionErrors errors =
        PredictionErrors.of(
            model("DAYS", "10"),
            new Site().drivers(),
            Site.bills("2025-01-01,2025-01-11,"),
            Period.parse("2025-01-01/2025-01-11"));
    assertThat(errors.size()).isZero();
    assertThat(errors.cvRmse()).isNaN();
    assertThat(errors.nmbe()).isNaN();
  }
}
