package org.emcsettlement.core.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.emcsettlement.core.period.DayFraction;

/**
 * An exact number: a fraction of two whole numbers in lowest terms. Nothing is rounded until {@link
 * #round} is called. Equal values are equal objects, whatever scale they came with.
 *
 * <p>Text form: a plain decimal without trailing zeros if it terminates ({@code 0.75}), else
 * numerator and denominator ({@code 31/3}).
 */
public final class Rational implements Comparable<Rational> {

  /** The number 0. */
  public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

  /** The number 1. */
  public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

  private static final BigInteger FIVE = BigInteger.valueOf(5);

  private final BigInteger numerator;
  private final BigInteger denominator;

  private Rational(BigInteger numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /**
   * A fraction.
   *
   * @param numerator any whole number
   * @param denominator not zero
   * @return the number in lowest terms
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division of " + numerator + " by zero");
    }
    if (denominator.equals(BigInteger.ONE)) {
      return new Rational(numerator, denominator);
    }
    BigInteger common = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      common = common.negate();
    }
    return new Rational(numerator.divide(common), denominator.divide(common));
  }

  /**
   * A whole number.
   *
   * @param value the number
   * @return it
   */
  public static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  /**
   * A fraction of two whole numbers.
   *
   * @param numerator any
   * @param denominator not zero
   * @return the number in lowest terms
   */
  public static Rational of(long numerator, long denominator) {
    return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /**
   * A decimal.
   *
   * @param value the decimal
   * @return the same number
   */
  public static Rational of(BigDecimal value) {
    return value.scale() <= 0
        ? new Rational(value.toBigIntegerExact(), BigInteger.ONE)
        : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  /**
   * A scaled whole number, {@code unscaled × 10^−scale}.
   *
   * @param unscaled the digits
   * @param scale the number of decimals, not negative
   * @return the number
   */
  public static Rational ofScaled(long unscaled, int scale) {
    return of(BigInteger.valueOf(unscaled), BigInteger.TEN.pow(scale));
  }

  /**
   * A fraction of a period.
   *
   * @param fraction days over days
   * @return the number
   */
  public static Rational of(DayFraction fraction) {
    return of(fraction.numerator(), fraction.denominator());
  }

  /**
   * Reads the text form.
   *
   * @param text a decimal or {@code n/d}
   * @return the number
   * @throws NumberFormatException if the text is neither
   */
  @JsonCreator
  public static Rational parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? of(new BigDecimal(text))
        : of(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
  }

  /**
   * The sum with another number.
   *
   * @param other the other
   * @return this + other
   */
  public Rational plus(Rational other) {
    return denominator.equals(other.denominator)
        ? of(numerator.add(other.numerator), denominator)
        : of(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator));
  }

  /**
   * The difference to another number.
   *
   * @param other the other
   * @return this − other
   */
  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  /**
   * The product with another number.
   *
   * @param other the other
   * @return this × other
   */
  public Rational times(Rational other) {
    return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * The quotient by another number.
   *
   * @param other not zero
   * @return this ÷ other
   * @throws ArithmeticException if the other is zero
   */
  public Rational dividedBy(Rational other) {
    return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /**
   * A whole power.
   *
   * @param exponent not negative
   * @return this^exponent
   */
  public Rational power(int exponent) {
    return new Rational(numerator.pow(exponent), denominator.pow(exponent));
  }

  /** {@return the number with the opposite sign} */
  public Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  /** {@return the number without its sign} */
  public Rational absolute() {
    return signum() < 0 ? negated() : this;
  }

  /** {@return −1, 0 or 1} */
  public int signum() {
    return numerator.signum();
  }

  /**
   * The smaller of two numbers.
   *
   * @param other the other
   * @return the smaller
   */
  public Rational min(Rational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * The larger of two numbers.
   *
   * @param other the other
   * @return the larger
   */
  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * The number rounded to decimals.
   *
   * @param scale the number of decimals
   * @param mode the rounding mode
   * @return the decimal with that scale
   */
  public BigDecimal round(int scale, RoundingMode mode) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, mode);
  }

  /**
   * The number as a decimal of limited precision.
   *
   * @param precision the significant digits and the rounding mode
   * @return the decimal
   */
  public BigDecimal toDecimal(MathContext precision) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), precision);
  }

  /** {@return the nearest double} */
  public double toDouble() {
    return toDecimal(MathContext.DECIMAL64).doubleValue();
  }

  /** {@return the largest whole number that is not larger} */
  public BigInteger floor() {
    return round(0, RoundingMode.FLOOR).toBigIntegerExact();
  }

  /** {@return the number as a decimal without trailing zeros, absent if it does not terminate} */
  public Optional<BigDecimal> toDecimal() {
    if (denominator.equals(BigInteger.ONE)) {
      return Optional.of(new BigDecimal(numerator));
    }
    int twos = denominator.getLowestSetBit();
    BigInteger rest = denominator.shiftRight(twos);
    int fives = 0;
    while (!rest.equals(BigInteger.ONE)) {
      BigInteger[] parts = rest.divideAndRemainder(FIVE);
      if (parts[1].signum() != 0) {
        return Optional.empty();
      }
      rest = parts[0];
      fives++;
    }
    return Optional.of(round(Math.max(twos, fives), RoundingMode.UNNECESSARY));
  }

  @Override
  public int compareTo(Rational other) {
    return denominator.equals(other.denominator)
        ? numerator.compareTo(other.numerator)
        : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational that
        && numerator.equals(that.numerator)
        && denominator.equals(that.denominator);
  }

  @Override
  public int hashCode() {
    return 31 * numerator.hashCode() + denominator.hashCode();
  }

  @JsonValue
  @Override
  public String toString() {
    return toDecimal()
        .map(BigDecimal::toPlainString)
        .orElseGet(() -> numerator + "/" + denominator);
  }
}
