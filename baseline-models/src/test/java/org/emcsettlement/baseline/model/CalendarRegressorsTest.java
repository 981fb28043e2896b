package org.emcsettlement.baseline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.Occupancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days before a date, ten-day periods, and hours of a set on days on which clocks change. */
class CalendarRegressorsTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  private static DailyDrivers drivers() {
    StringBuilder csv = new StringBuilder("time_utc,celsius\n");
    ZonedDateTime at = LocalDate.parse("2022-03-20").atStartOfDay(OSLO);
    for (int hour = 0; hour < 240; hour++) {
      csv.append(at.plusHours(hour).toInstant()).append(",5\n");
    }
    Optional<DailyTemperature> temperature =
        DailyTemperature.read(
            TextSource.of("weather.csv", csv.toString()), OSLO, new FindingCollector());
    return new DailyDrivers(
        temperature, Occupancy.none(), WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY));
  }

  @ParameterizedTest
  @CsvSource({
    "HOURS(*), 2022-03-21, 24",
    // Sunday: no hour from two to three in March, two of them in October
    "HOURS(*), 2022-03-27, 23",
    "HOURS(*), 2022-10-30, 25",
    "HOURS(1-7:2-3), 2022-03-26, 1",
    "HOURS(1-7:2-3), 2022-03-27, 0",
    "HOURS(1-7:2-3), 2022-10-30, 2",
    "'HOURS(1-5:8-12,14-18)', 2022-03-25, 8",
    "'HOURS(1-5:8-12,14-18)', 2022-03-26, 0",
    "BEFORE(2022-03-22), 2022-03-21, 1",
    "BEFORE(2022-03-22), 2022-03-22, 0",
    "TEN_DAYS(1), 2022-01-10, 1",
    "TEN_DAYS(1), 2022-01-11, 0",
    "TEN_DAYS(6), 2024-02-29, 1",
    "TEN_DAYS(9), 2022-03-31, 1",
    "TEN_DAYS(36), 2022-12-31, 1",
    "DAYTYPE(WORKDAY)*TEN_DAYS(9)*HOURS(1-7:8-9), 2022-03-25, 1",
    "DAYTYPE(WORKDAY)*TEN_DAYS(9)*HOURS(1-7:8-9), 2022-03-26, 0",
  })
  void countsOnADay(String text, LocalDate date, String expected) {
    Regressor regressor = Regressor.parse(text);
    assertThat(regressor.on(drivers(), date).orElseThrow()).isEqualByComparingTo(expected);
    assertThat(regressor.text()).isEqualTo(text);
  }

  @Test
  void everyDayIsInOneOfThirtySixPeriods() {
    DailyDrivers drivers = drivers();
    for (LocalDate date : Period.parse("2024-01-01/2025-01-01").dates().toList()) {
      int count = 0;
      for (int number = 1; number <= TenDays.COUNT; number++) {
        count += new TenDays(number).on(drivers, date).orElseThrow().intValueExact();
      }
      assertThat(count).as(date.toString()).isEqualTo(1);
    }
  }

  @Test
  void readsInBothLanguages() {
    assertThat(new TenDays(20).zh()).isEqualTo("7 月中旬天数");
    assertThat(new TenDays(20).en()).isEqualTo("days in third 2 of month 7");
    assertThat(new DaysBefore(LocalDate.parse("2025-07-01")).zh()).isEqualTo("2025-07-01 之前天数");
    assertThat(new HourCount(HourSet.parse("1-5:8-18")).en()).isEqualTo("hours in 1-5:8-18");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TEN_DAYS(0)", "TEN_DAYS(37)", "BEFORE(2025-7-1)", "HOURS(8-9)"})
  void refusesOtherText(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Regressor.parse(text));
  }
}
