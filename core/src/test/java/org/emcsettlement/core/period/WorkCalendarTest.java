package org.emcsettlement.core.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
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
}
