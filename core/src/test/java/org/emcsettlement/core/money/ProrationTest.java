package org.emcsettlement.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.emcsettlement.core.money.Allocation.Member;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ProrationTest {

  private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");
  private static final Period YEAR_2024 =
      Period.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1));

  private static Money cny(String amount) {
    return Money.of(CNY, new BigDecimal(amount));
  }

  /** Settlement-methods E1: posted m_k and naive round(F×d/366). */
  @Test
  void annualFeeOverTheMonthsOfALeapYear() {
    Money fee = cny("2915387.45");
    List<Proration> months =
        YEAR_2024.months().stream()
            .map(month -> Proration.byDays(month, YEAR_2024, DayCount.ACT_ACTUAL_IN_PERIOD))
            .toList();
    assertThat(months.stream().map(month -> month.of(fee, RoundingProfile.HALF_UP)))
        .extracting(Money::getAmount)
        .map(BigDecimal::toString)
        .containsExactly(
            "246931.72",
            "231000.65",
            "246931.72",
            "238966.19",
            "246931.72",
            "238966.19",
            "246931.72",
            "246931.72",
            "238966.19",
            "246931.72",
            "238966.19",
            "246931.72");
    Money naive =
        months.stream()
            .map(month -> month.alone(fee, RoundingProfile.HALF_UP))
            .reduce(Money.zero(CNY), Money::plus);
    assertThat(naive).isEqualTo(cny("2915387.40"));
  }

  /** Settlement-methods E1: alloc(F; 1, …, 1), the first five months carry the extra fen. */
  @Test
  void equalTwelfths() {
    List<Member> months =
        IntStream.range(0, 12).mapToObj(rank -> new Member(Rational.ONE, rank)).toList();
    List<Money> parts = Allocation.largestRemainder(cny("2915387.45"), months);
    assertThat(parts.subList(0, 5)).containsOnly(cny("242948.96"));
    assertThat(parts.subList(5, 12)).containsOnly(cny("242948.95"));
  }

  /** Settlement-methods E11 (a): multiply first, divide last, round once. */
  @Test
  void midMonthStart() {
    Period march = Period.of(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1));
    Proration part =
        Proration.byDays(
            Period.of(LocalDate.of(2025, 3, 18), march.end()),
            march,
            DayCount.ACT_ACTUAL_IN_PERIOD);
    assertThat(part.alone(cny("36000.00"), RoundingProfile.HALF_UP)).isEqualTo(cny("16258.06"));
    assertThat(part.alone(cny("86400000.00"), RoundingProfile.HALF_UP))
        .isEqualTo(cny("39019354.84"));
  }
}
