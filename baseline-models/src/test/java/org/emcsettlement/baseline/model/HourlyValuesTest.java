package org.emcsettlement.baseline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.Occupancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days around the end of summer time, on which the temperature is that of the clock's hour. */
class HourlyValuesTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final LocalDate SATURDAY = LocalDate.of(2025, 10, 25);
  private static final DailyDrivers DRIVERS = drivers();

  private static DailyDrivers drivers() {
    StringBuilder csv = new StringBuilder("time,celsius\n");
    ZonedDateTime time = SATURDAY.atStartOfDay(OSLO);
    for (int i = 0; i < 24 + 25 + 24; i++) {
      csv.append(time.plusHours(i).toOffsetDateTime())
          .append(',')
          .append(time.plusHours(i).getHour())
          .append('\n');
    }
    FindingCollector findings = new FindingCollector();
    return new DailyDrivers(
        DailyTemperature.read(TextSource.of("w.csv", csv.toString()), OSLO, findings),
        Occupancy.read(
                TextSource.of("o.csv", "start,end,headcount\n2025-01-01,2026-01-01,120\n"),
                findings)
            .orElseThrow(),
        WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY));
  }

  private static Optional<double[]> of(String regressor, LocalDate date) {
    return new HourlyValues(DRIVERS, OSLO, date).of(Regressor.parse(regressor));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DAYS",
        "TEMPERATURE_DAYS",
        "DEGREES_BELOW(15.50)",
        "DEGREES_ABOVE(9.25,0.30)",
        "HEADCOUNT_DAYS",
        "DAYTYPE(RESTDAY)",
        "MONTH(10)",
        "SIN_YEAR(2)",
        "HOUR_OF_WEEK(122)",
        "HOUR_OF_WEEK(146)",
        "HOURS(6:8-18+7:0-4)",
        "HOUR_DEGREES(3.50,17.25,*)",
        "HOUR_DEGREES(*,17.25,7:0-5)",
        "HOUR_DEGREES(3.50,*,6-7:2-3)",
        "HOUR_DEGREES(*,*,*)",
        "MONTH(10)*HOUR_OF_WEEK(146)",
        "HOUR_OF_WEEK(146)*MONTH(10)",
        "HEADCOUNT_DAYS*DAYTYPE(RESTDAY)*HOUR_DEGREES(3.50,17.25,*)",
        "DAYTYPE(RESTDAY)*DEGREES_BELOW(15.50)"
      })
  void theHoursAddUpToTheDay(String regressor) {
    for (int day = 0; day < 3; day++) {
      LocalDate date = SATURDAY.plusDays(day);
      Optional<Double> sum = of(regressor, date).map(parts -> Arrays.stream(parts).sum());
      Optional<Double> whole =
          Regressor.parse(regressor).on(DRIVERS, date).map(value -> value.doubleValue());
      assertThat(sum.isPresent()).as(date.toString()).isEqualTo(whole.isPresent());
      whole.ifPresent(value -> assertThat(sum.orElseThrow()).isCloseTo(value, within(1e-9)));
      Optional<List<Rational>> exact =
          new ExactHours(DRIVERS, OSLO, date).of(Regressor.parse(regressor));
      assertThat(exact.map(parts -> parts.stream().reduce(Rational.ZERO, Rational::plus)))
          .isEqualTo(Regressor.parse(regressor).on(DRIVERS, date).map(Rational::of));
      of(regressor, date)
          .ifPresent(
              parts ->
                  assertThat(exact.orElseThrow().stream().mapToDouble(Rational::toDouble).toArray())
                      .containsExactly(parts, within(1e-9)));
    }
  }

  /** On Sunday the hour from 2 to 3 comes twice. */
  @Test
  void anHourOfTheWeekIsOneInItsHours() {
    double[] parts = of("HOUR_OF_WEEK(146)", SATURDAY.plusDays(1)).orElseThrow();
    double[] expected = new double[25];
    expected[2] = 1;
    expected[3] = 1;
    assertThat(parts).containsExactly(expected);
  }

  /** At 10 o'clock it is 10 °C: clip(10, 3.5, 8) − 3.5 = 4.5, times 120 persons. */
  @Test
  void degreesFallOnTheHoursOfTheirSet() {
    double[] parts = of("HEADCOUNT_DAYS*HOUR_DEGREES(3.50,8.00,6:10-11)", SATURDAY).orElseThrow();
    double[] expected = new double[24];
    expected[10] = 540;
    assertThat(parts).containsExactly(expected);
  }

  @Test
  void aDailyValueIsSpreadEvenly() {
    assertThat(of("HEADCOUNT_DAYS", SATURDAY).orElseThrow()).hasSize(24).containsOnly(5);
    assertThat(of("DAYS", SATURDAY.plusDays(1)).orElseThrow()).hasSize(25).containsOnly(0.04);
  }

  @Test
  void anUnknownDriverLeavesTheDayUnknown() {
    assertThat(of("HOUR_DEGREES(*,*,*)", SATURDAY.minusDays(1))).isEmpty();
    assertThat(of("MONTH(1)*HOUR_DEGREES(*,*,*)", SATURDAY.minusDays(1))).isEmpty();
    assertThat(of("VISITORS_DAYS", SATURDAY)).isEmpty();
  }
}
