package org.emcsettlement.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RationalProperties {

  @Provide
  Arbitrary<Rational> numbers() {
    Arbitrary<Rational> fractions =
        Combinators.combine(
                Arbitraries.longs().between(-1_000_000_000L, 1_000_000_000L),
                Arbitraries.longs().between(1, 10_000))
            .as(Rational::of);
    return Arbitraries.oneOf(fractions, Arbitraries.bigDecimals().ofScale(8).map(Rational::of));
  }

  @Property
  void fieldLaws(
      @ForAll("numbers") Rational a, @ForAll("numbers") Rational b, @ForAll("numbers") Rational c) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
    assertThat(a.minus(a)).isEqualTo(Rational.ZERO);
    Assume.that(b.signum() != 0);
    assertThat(a.dividedBy(b).times(b)).isEqualTo(a);
  }

  /** Whole numbers around every bound at which a machine word overflows. */
  @Provide
  Arbitrary<BigInteger> words() {
    Arbitrary<BigInteger> bounds =
        Combinators.combine(
                Arbitraries.of(0, 1, 31, 32, 61, 62, 63, 64, 127),
                Arbitraries.integers().between(-2, 2))
            .as((bit, step) -> BigInteger.ONE.shiftLeft(bit).add(BigInteger.valueOf(step)));
    Arbitrary<BigInteger> any = Arbitraries.longs().map(BigInteger::valueOf);
    return Combinators.combine(Arbitraries.oneOf(bounds, any), Arbitraries.of(true, false))
        .as((value, negative) -> negative ? value.negate() : value);
  }

  /** Every operation gives what whole numbers of any size give. */
  @Property(tries = 5000)
  void noSizeOfPartsChangesAResult(
      @ForAll("words") BigInteger a,
      @ForAll("words") BigInteger b,
      @ForAll("words") BigInteger c,
      @ForAll("words") BigInteger d) {
    Assume.that(b.signum() != 0 && d.signum() != 0);
    Rational x = Rational.of(a, b);
    Rational y = Rational.of(c, d);
    same(x.plus(y), a.multiply(d).add(c.multiply(b)), b.multiply(d));
    same(x.minus(y), a.multiply(d).subtract(c.multiply(b)), b.multiply(d));
    same(x.times(y), a.multiply(c), b.multiply(d));
    same(x.negated(), a.negate(), b);
    if (c.signum() != 0) {
      same(x.dividedBy(y), a.multiply(d), b.multiply(c));
    }
    BigInteger order =
        a.multiply(d)
            .subtract(c.multiply(b))
            .multiply(BigInteger.valueOf(b.signum() * (long) d.signum()));
    assertThat(Integer.signum(x.compareTo(y))).isEqualTo(order.signum());
    assertThat(x.equals(y)).isEqualTo(order.signum() == 0);
    assertThat(x.plus(y).minus(y)).isEqualTo(x).hasSameHashCodeAs(x);
    assertThat(Rational.parse(x.toString())).isEqualTo(x);
  }

  private static void same(Rational result, BigInteger numerator, BigInteger denominator) {
    BigInteger common = numerator.gcd(denominator);
    BigInteger sign = BigInteger.valueOf(denominator.signum());
    assertThat(result).isEqualTo(Rational.of(numerator, denominator));
    assertThat(result.round(0, RoundingMode.FLOOR).toBigIntegerExact())
        .isEqualTo(floor(numerator.multiply(sign), denominator.multiply(sign)));
    assertThat(result.times(Rational.of(denominator.divide(common), BigInteger.ONE)))
        .isEqualTo(Rational.of(numerator.divide(common), BigInteger.ONE));
  }

  private static BigInteger floor(BigInteger numerator, BigInteger positive) {
    BigInteger[] parts = numerator.divideAndRemainder(positive);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  @Property
  void textReadsBack(@ForAll("numbers") Rational a) {
    assertThat(Rational.parse(a.toString())).isEqualTo(a);
    assertThat(a.toString()).doesNotContain("E").doesNotEndWith(".0");
  }

  @Property
  void equalityIgnoresScale(@ForAll BigDecimal value, @ForAll @IntRange(max = 9) int zeros) {
    BigDecimal longer =
        value.setScale(Math.max(value.scale(), 0) + zeros, RoundingMode.UNNECESSARY);
    assertThat(Rational.of(longer))
        .isEqualTo(Rational.of(value))
        .hasSameHashCodeAs(Rational.of(value));
  }

  @Property
  void orderAgreesWithDifference(@ForAll("numbers") Rational a, @ForAll("numbers") Rational b) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).signum());
    assertThat(a.min(b).plus(a.max(b))).isEqualTo(a.plus(b));
  }

  @Property
  void powersMultiply(@ForAll("numbers") Rational a, @ForAll @IntRange(max = 6) int n) {
    Rational product = Rational.ONE;
    for (int i = 0; i < n; i++) {
      product = product.times(a);
    }
    assertThat(a.power(n)).isEqualTo(product);
  }

  @Property
  void aDecimalIsFoundExactlyWhenItTerminates(@ForAll("numbers") Rational a) {
    boolean terminates;
    try {
      BigDecimal decimal =
          new BigDecimal(a.toString().split("/", -1)[0])
              .divide(
                  a.toString().contains("/")
                      ? new BigDecimal(a.toString().split("/", -1)[1])
                      : BigDecimal.ONE);
      terminates = true;
      assertThat(a.toDecimal().orElseThrow()).isEqualByComparingTo(decimal);
    } catch (ArithmeticException endless) {
      terminates = false;
    }
    assertThat(a.toDecimal().isPresent()).isEqualTo(terminates);
  }
}
