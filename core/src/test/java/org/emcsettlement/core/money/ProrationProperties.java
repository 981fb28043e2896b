package org.emcsettlement.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Laws 12 and 13 of settlement-methods section 8. */
class ProrationProperties {

  private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");
  private static final DayCount DAYS = DayCount.ACT_ACTUAL_IN_PERIOD;

  @Provide
  Arbitrary<Money> fees() {
    return Arbitraries.longs()
        .between(-100_000_000_000L, 100_000_000_000_000L)
        .map(fen -> Money.ofMinor(CNY, fen));
  }

  @Provide
  Arbitrary<Period> years() {
    return Arbitraries.integers()
        .between(0, 4000)
        .map(day -> LocalDate.of(2019, 1, 1).plusDays(day))
        .map(start -> Period.of(start, start.plusYears(1)));
  }

  private static Money part(Money fee, Period part, Period year) {
    return Proration.byDays(part, year, DAYS).of(fee, RoundingProfile.HALF_UP);
  }

  @Property
  void partsAddUpWhereverTheYearIsCut(
      @ForAll("fees") Money fee,
      @ForAll("years") Period year,
      @ForAll Set<@IntRange(min = 1, max = 364) Integer> cuts) {
    List<Period> parts =
        year.splitAt(cuts.stream().map(day -> year.start().plusDays(day)).toList());
    Money sum = Money.zero(CNY);
    for (Period part : parts) {
      Money amount = part(fee, part, year);
      sum = sum.plus(amount);
      Rational exact = Rational.of(fee.getAmount()).times(Rational.of(part.days(), year.days()));
      assertThat(Rational.of(amount.getAmount()).minus(exact).absolute())
          .isLessThanOrEqualTo(Rational.of(new BigDecimal("0.01")));
    }
    assertThat(sum).isEqualTo(fee);
  }

  @Property
  void aBoundaryWhereNothingChangesMovesNoFen(
      @ForAll("fees") Money fee,
      @ForAll("years") Period year,
      @ForAll @IntRange(min = 0, max = 120) int from,
      @ForAll @IntRange(min = 120, max = 240) int middle,
      @ForAll @IntRange(min = 240, max = 365) int to) {
    LocalDate start = year.start();
    Period whole = Period.of(start.plusDays(from), start.plusDays(to));
    List<Period> halves = whole.splitAt(List.of(start.plusDays(middle)));
    Money sum =
        halves.stream().map(half -> part(fee, half, year)).reduce(Money.zero(CNY), Money::plus);
    assertThat(sum).isEqualTo(part(fee, whole, year));
  }

  @Property
  void aFullPeriodIsOneAndAnEmptyOneZero(@ForAll("fees") Money fee, @ForAll("years") Period year) {
    assertThat(part(fee, year, year)).isEqualTo(fee);
    assertThat(part(fee, Period.of(year.start(), year.start()), year).isZero()).isTrue();
  }

  @Property
  void ratioTablesThatSumToOneGiveTheWhole(
      @ForAll("fees") Money fee, @ForAll @IntRange(min = 1, max = 24) int count) {
    List<Rational> ratios = java.util.Collections.nCopies(count, Rational.of(1, count));
    Money sum = Money.zero(CNY);
    for (int i = 0; i < count; i++) {
      sum = sum.plus(Proration.byRatios(ratios, i).of(fee, RoundingProfile.HALF_UP));
    }
    assertThat(sum).isEqualTo(fee);
  }
}
