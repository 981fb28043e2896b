package org.emcsettlement.core.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Law 14 of settlement-methods section 8, and that years are found from dates. */
class ContractYearsProperties {

  @Provide
  Arbitrary<LocalDate> anchors() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 8000).map(LocalDate.of(2010, 1, 1)::plusDays),
        Arbitraries.of(LocalDate.of(2024, 2, 29), LocalDate.of(2023, 12, 31)));
  }

  @Property
  void yearsFollowEachOtherAndAddUpToTheTerm(
      @ForAll("anchors") LocalDate anchor, @ForAll @IntRange(min = 1, max = 20) int term) {
    ContractYears years = new ContractYears(anchor);
    int days = 0;
    for (int n = 1; n <= term; n++) {
      assertThat(years.year(n).start()).isEqualTo(n == 1 ? anchor : years.year(n - 1).end());
      days += years.year(n).days();
    }
    assertThat(days).isEqualTo(Period.of(anchor, anchor.plusYears(term)).days());
  }

  @Property
  void everyDateLiesInTheYearOfItsNumber(
      @ForAll("anchors") LocalDate anchor, @ForAll @IntRange(min = -800, max = 8000) int offset) {
    ContractYears years = new ContractYears(anchor);
    LocalDate date = anchor.plusDays(offset);
    assertThat(years.yearOf(date).contains(date)).isTrue();
  }

  @Property
  void monthsOfAYearAreTheYear(
      @ForAll("anchors") LocalDate anchor, @ForAll @IntRange(min = 1, max = 20) int n) {
    ContractYears years = new ContractYears(anchor);
    assertThat(years.months(12 * (n - 1), 12)).isEqualTo(years.year(n));
  }

  @Example
  void aLeapDayAnchorClampsAndReturns() {
    ContractYears years = new ContractYears(LocalDate.of(2024, 2, 29));
    assertThat(years.year(1).end()).isEqualTo(LocalDate.of(2025, 2, 28));
    assertThat(years.year(5).start()).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(years.months(1, 1).end()).isEqualTo(LocalDate.of(2024, 4, 29));
    assertThat(Period.of(years.anchor(), years.year(5).start()).days()).isEqualTo(1461);
  }
}
