package org.emcsettlement.core.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @Test
  void endIsExcluded() {
    Period march = Period.parse("2025-03-01/2025-04-01");
    assertThat(march.days()).isEqualTo(31);
    assertThat(march.contains(LocalDate.of(2025, 3, 31))).isTrue();
    assertThat(march.contains(LocalDate.of(2025, 4, 1))).isFalse();
    assertThat(march.overlap(Period.parse("2025-04-01/2025-05-01"))).isEmpty();
  }

  @Test
  void splittingKeepsEveryDayOnce() {
    Period quarter = Period.parse("2025-01-15/2025-04-02");
    assertThat(quarter.months())
        .extracting(Period::toString)
        .containsExactly(
            "2025-01-15/2025-02-01",
            "2025-02-01/2025-03-01",
            "2025-03-01/2025-04-01",
            "2025-04-01/2025-04-02");
    assertThat(quarter.splitAt(List.of(quarter.start(), quarter.end()))).containsExactly(quarter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2025-03-01", "2025-03-01/", "2025-04-01/2025-03-01", "2025-02-30/2025-03-01"})
  void otherTextsAreRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(text));
  }

  /** Name; part; full period; fraction as the arithmetic shows. */
  @ParameterizedTest
  @CsvSource({
    // true days over true days
    "ACT/ACTUAL-IN-PERIOD, 2025-03-18/2025-04-01, 2025-03-01/2025-04-01, 14, 31",
    "ACT/ACTUAL-IN-PERIOD, 2024-02-01/2024-03-01, 2024-01-01/2025-01-01, 29, 366",
    // 365 whatever the year
    "ACT/365F, 2024-02-01/2024-03-01, 2024-01-01/2025-01-01, 29, 365",
    // 30 days a month: February counts 30, a start on the 31st counts as the 30th
    "30/360, 2024-02-01/2024-03-01, 2024-01-01/2025-01-01, 30, 360",
    "30/360, 2025-01-31/2025-03-31, 2025-01-01/2026-01-01, 60, 360",
    "30/360, 2025-01-15/2025-01-31, 2025-01-01/2026-01-01, 16, 360",
    // one twelfth a month, inside February by its 28 days: (14/28)/12 + 1/12
    "MONTH_EQUAL, 2025-02-15/2025-04-01, 2025-01-01/2026-01-01, 18, 144"
  })
  void dayCounts(String name, Period part, Period full, long numerator, long denominator) {
    DayFraction fraction = DayCount.of(name).fraction(part, full);
    assertThat(fraction.numerator() * denominator).isEqualTo(fraction.denominator() * numerator);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACT/ACTUAL-IN-PERIOD", "30/360", "MONTH_EQUAL"})
  void fullYearIsOneAndEmptyPartZero(String name) {
    for (int start = 0; start < 1500; start += 31) {
      LocalDate first = LocalDate.of(2023, 1, 1).plusMonths(start / 31);
      Period year = Period.of(first, first.plusYears(1));
      DayFraction whole = DayCount.of(name).fraction(year, year);
      assertThat(whole.numerator()).isEqualTo(whole.denominator());
      Period none = Period.of(first, first);
      assertThat(DayCount.of(name).fraction(none, year).numerator()).isZero();
    }
  }

  @Test
  void partsOutsideAndUnknownNamesAreRefused() {
    Period march = Period.parse("2025-03-01/2025-04-01");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DayCount.ACT_365F.fraction(Period.parse("2025-02-01/2025-03-02"), march))
        .withMessageContaining("not inside");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DayCount.of("ACT/364"))
        .withMessageContaining("ACT/364");
  }
}
