package org.emcsettlement.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.core.quantity.Rational;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Law 10 of settlement-methods section 8, for both profiles. */
class RoundingProperties {

  private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");

  @Provide
  Arbitrary<Rational> amounts() {
    Arbitrary<Rational> decimals =
        Arbitraries.bigDecimals()
            .between(
                BigDecimal.valueOf(-1_000_000_000_000L), BigDecimal.valueOf(1_000_000_000_000L))
            .ofScale(6)
            .map(Rational::of);
    Arbitrary<Rational> ties =
        Arbitraries.longs()
            .between(-1_000_000_000L, 1_000_000_000L)
            .map(n -> Rational.of(2 * n + 1, 200));
    Arbitrary<Rational> thirds =
        Arbitraries.longs().between(-1_000_000_000L, 1_000_000_000L).map(n -> Rational.of(n, 300));
    return Arbitraries.oneOf(decimals, ties, thirds);
  }

  @Property
  void roundingIsOdd(@ForAll("amounts") Rational x, @ForAll RoundingProfile profile) {
    assertThat(profile.round(x.negated(), CNY)).isEqualTo(profile.round(x, CNY).negated());
  }

  @Property
  void roundingTwiceIsRoundingOnce(@ForAll("amounts") Rational x, @ForAll RoundingProfile profile) {
    Money once = profile.round(x, CNY);
    assertThat(profile.round(Rational.of(once.getAmount()), CNY)).isEqualTo(once);
  }

  @Property
  void roundingKeepsOrder(
      @ForAll("amounts") Rational x, @ForAll("amounts") Rational y, @ForAll RoundingProfile p) {
    assertThat(p.round(x.min(y), CNY).compareTo(p.round(x.max(y), CNY))).isNotPositive();
  }

  @Property
  void roundingMovesByAtMostHalfAFen(
      @ForAll("amounts") Rational x, @ForAll RoundingProfile profile) {
    Rational moved = Rational.of(profile.round(x, CNY).getAmount()).minus(x).absolute();
    assertThat(moved).isLessThanOrEqualTo(Rational.of(1, 200));
  }
}
