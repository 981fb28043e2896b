package org.emcsettlement.core.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

  private static final WorkCalendar CHINA = WorkCalendar.mainlandChina();

  /** Dates from the State Council's notices for 2020, 2024 and 2025. */
  @ParameterizedTest
  @CsvSource({
    "2025-01-26, true", // Sunday worked for Spring Festival
    "2025-01-28, false", // New Year's Eve, a holiday from 2025 on
    "2025-10-08, false", // Wednesday of the joint National Day and Mid-Autumn holiday
    "2025-10-11, true", // Saturday worked in exchange
    "2024-02-18, true", // Sunday worked after Spring Festival
    "2020-01-31, false", // Spring Festival of 2020, lengthened to 2 February
    "2025-07-05, false", // an ordinary Saturday
    "2025-07-07, true" // an ordinary Monday
  })
  void arrangementOfTheStateCouncil(LocalDate date, boolean working) {
    assertThat(CHINA.isWorkingDay(date)).isEqualTo(working);
  }

  /** 2025 has 365 days, 104 at weekends and 13 statutory holidays: 248 working days. */
  @Test
  void workingDaysOfAYear() {
    assertThat(CHINA.workingDays(Period.parse("2025-01-01/2026-01-01"))).isEqualTo(248);
  }

  @Test
  void yearsWithoutArrangementAreNamed() {
    assertThat(CHINA.unknownYears(Period.parse("2018-12-31/2028-01-02")))
        .containsExactly(2018, 2027, 2028);
    assertThat(
            WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY)
                .unknownYears(Period.parse("2018-12-31/2028-01-02")))
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkCalendar.of("moon"))
        .withMessageContaining("moon");
  }

  /**
   * Easter Sundays: 1 April 2018, 21 April 2019; 28 April 2019 and 5 May 2024 in the Orthodox
   * church.
   */
  @ParameterizedTest
  @CsvSource({
    "no-public-holidays,2018-03-29,false",
    "no-public-holidays,2018-04-02,false",
    "no-public-holidays,2018-04-03,true",
    "no-public-holidays,2018-05-10,false",
    "no-public-holidays,2018-05-17,false",
    "no-public-holidays,2019-06-10,false",
    "no-public-holidays,2019-12-24,true",
    "gr-public-holidays,2019-04-26,false",
    "gr-public-holidays,2019-04-22,true",
    "gr-public-holidays,2019-04-29,false",
    "gr-public-holidays,2024-05-06,false",
    "gr-public-holidays,2024-03-18,false"
  })
  void holidaysFollowEaster(String calendar, LocalDate date, boolean working) {
    assertThat(WorkCalendar.of(calendar).isWorkingDay(date)).isEqualTo(working);
  }

  /**
   * As announced on gov.uk/bank-holidays: 2016-12-27 for Christmas Day on a Sunday, 2021-12-27 and
   * 28, 2022-01-03; the Early May holiday of 2020 on Friday the 8th.
   */
  @ParameterizedTest
  @CsvSource({
    "2016-12-26,false", "2016-12-27,false", "2016-12-28,true", "2021-12-27,false",
    "2021-12-28,false", "2022-01-03,false", "2020-05-04,true", "2020-05-08,false",
    "2022-05-30,true", "2022-06-02,false", "2019-05-06,false", "2019-05-27,false",
    "2019-08-26,false"
  })
  void bankHolidaysAreMoved(LocalDate date, boolean working) {
    assertThat(WorkCalendar.of("gb-bank-holidays").isWorkingDay(date)).isEqualTo(working);
  }

  /** As published by the US Office of Personnel Management for 2021 and 2022. */
  @ParameterizedTest
  @CsvSource({
    "2021-01-18,false", "2021-06-18,false", "2021-07-05,false", "2021-12-24,false",
    "2021-12-31,false", "2022-06-20,false", "2022-11-24,false", "2022-12-26,false"
  })
  void federalHolidaysMoveToTheNearestWeekday(LocalDate date, boolean working) {
    assertThat(WorkCalendar.of("us-federal-holidays").isWorkingDay(date)).isEqualTo(working);
  }

  @Test
  void aZoneHasTheCalendarOfItsCountry() {
    assertThat(WorkCalendar.ofZone(ZoneId.of("Asia/Shanghai")).name())
        .isEqualTo(WorkCalendar.MAINLAND_CHINA);
    assertThat(WorkCalendar.ofZone(ZoneId.of("Europe/Oslo")).name())
        .isEqualTo("no-public-holidays");
    assertThat(WorkCalendar.ofZone(ZoneId.of("UTC")).name())
        .isEqualTo(WorkCalendar.MONDAY_TO_FRIDAY);
    assertThat(WorkCalendar.names()).contains("gr-public-holidays", "us-federal-holidays");
  }
}
