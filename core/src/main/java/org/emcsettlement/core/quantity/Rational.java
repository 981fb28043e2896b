package org.emcsettlement.core.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.emcsettlement.core.period.DayFraction;
import org.jspecify.annotations.Nullable;

/**
 * An exact number: a fraction of two whole numbers in lowest terms. Nothing is rounded until {@link
 * #round} is called. Equal values are equal objects, whatever scale they came with.
 *
 * <p>Text form: a plain decimal without trailing zeros if it terminates ({@code 0.75}), else
 * numerator and denominator ({@code 31/3}).
 */
public final class Rational implements Comparable<Rational> {

  /** The number 0. */
  public static final Rational ZERO = new Rational(0, 1, null, null);

  /** The number 1. */
  public static final Rational ONE = new Rational(1, 1, null, null);

  private static final int SMALL_BITS = 63;
  private static final BigInteger FIVE = BigInteger.valueOf(5);
  private static final long[] POWERS_OF_TEN =
      LongStream.iterate(1, power -> 10 * power).limit(19).toArray();

  // a fraction whose parts fit is small and holds no BigInteger: almost every reading and amount
  private final long small;
  private final long smallDenominator;
  private final @Nullable BigInteger large;
  private final @Nullable BigInteger largeDenominator;

  private Rational(
      long small,
      long smallDenominator,
      @Nullable BigInteger large,
      @Nullable BigInteger largeDenominator) {
    this.small = small;
    this.smallDenominator = smallDenominator;
    this.large = large;
    this.largeDenominator = largeDenominator;
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
    BigInteger common = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      common = common.negate();
    }
    boolean reduced = common.equals(BigInteger.ONE);
    return lowest(
        reduced ? numerator : numerator.divide(common),
        reduced ? denominator : denominator.divide(common));
  }

  /** A fraction that is in lowest terms already. */
  private static Rational lowest(BigInteger numerator, BigInteger denominator) {
    return numerator.abs().bitLength() < SMALL_BITS && denominator.bitLength() < SMALL_BITS
        ? new Rational(numerator.longValue(), denominator.longValue(), null, null)
        : new Rational(0, 0, numerator, denominator);
  }

  /** A fraction of parts that are no Long.MIN_VALUE, in lowest terms. */
  private static Rational small(long numerator, long denominator) {
    if (denominator == 1) {
      return whole(numerator);
    }
    long common = gcd(Math.abs(numerator), Math.abs(denominator));
    if (denominator < 0) {
      common = -common;
    }
    long n = numerator / common;
    long d = denominator / common;
    return fits(n) && fits(d) ? new Rational(n, d, null, null) : large(n, d);
  }

  private static Rational whole(long value) {
    return fits(value) ? new Rational(value, 1, null, null) : large(value, 1);
  }

  private static Rational large(long numerator, long denominator) {
    return new Rational(0, 0, BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  private static boolean fits(long value) {
    return Math.abs(value) >>> (SMALL_BITS - 1) == 0;
  }

  private static boolean overflows(long left, long right) {
    return Math.multiplyHigh(left, right) != (left * right) >> SMALL_BITS
        || left * right == Long.MIN_VALUE;
  }

  /** The greatest common divisor by halving; the first may be zero, the second is not. */
  private static long gcd(long first, long second) {
    if (first == 0) {
      return second;
    }
    int twos = Long.numberOfTrailingZeros(first | second);
    long a = first >> Long.numberOfTrailingZeros(first);
    long b = second;
    while (b != 0) {
      b >>= Long.numberOfTrailingZeros(b);
      long smaller = Math.min(a, b);
      b = Math.max(a, b) - smaller;
      a = smaller;
    }
    return a << twos;
  }

  private boolean isSmall() {
    return smallDenominator != 0;
  }

  private BigInteger numerator() {
    return large == null ? BigInteger.valueOf(small) : large;
  }

  private BigInteger denominator() {
    return largeDenominator == null ? BigInteger.valueOf(smallDenominator) : largeDenominator;
  }

  /**
   * A whole number.
   *
   * @param value the number
   * @return it
   */
  public static Rational of(long value) {
    return value == Long.MIN_VALUE ? large(value, 1) : whole(value);
  }

  /**
   * A fraction of two whole numbers.
   *
   * @param numerator any
   * @param denominator not zero
   * @return the number in lowest terms
   */
  public static Rational of(long numerator, long denominator) {
    return denominator == 0 || numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE
        ? of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator))
        : small(numerator, denominator);
  }

  /**
   * A decimal.
   *
   * @param value the decimal
   * @return the same number
   */
  public static Rational of(BigDecimal value) {
    if (value.scale() >= 0 && value.scale() < POWERS_OF_TEN.length && value.precision() < 19) {
      return ofScaled(value.unscaledValue().longValue(), value.scale());
    }
    return value.scale() <= 0
        ? lowest(value.toBigIntegerExact(), BigInteger.ONE)
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
    return scale < POWERS_OF_TEN.length
        ? of(unscaled, POWERS_OF_TEN[scale])
        : of(BigInteger.valueOf(unscaled), BigInteger.TEN.pow(scale));
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
    if (isSmall() && other.isSmall()) {
      // two parts of 62 bits cannot overflow when they are added
      if (smallDenominator == other.smallDenominator) {
        return small(small + other.small, smallDenominator);
      }
      if (!overflows(smallDenominator, other.smallDenominator)
          && !overflows(small, other.smallDenominator)
          && !overflows(other.small, smallDenominator)) {
        long left = small * other.smallDenominator;
        long right = other.small * smallDenominator;
        long sum = left + right;
        if (((left ^ sum) & (right ^ sum)) >= 0 && sum != Long.MIN_VALUE) {
          return small(sum, smallDenominator * other.smallDenominator);
        }
      }
    }
    return denominator().equals(other.denominator())
        ? of(numerator().add(other.numerator()), denominator())
        : of(
            numerator()
                .multiply(other.denominator())
                .add(other.numerator().multiply(denominator())),
            denominator().multiply(other.denominator()));
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
    if (isSmall()
        && other.isSmall()
        && !overflows(small, other.small)
        && !overflows(smallDenominator, other.smallDenominator)) {
      return small(small * other.small, smallDenominator * other.smallDenominator);
    }
    return of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
  }

  /**
   * The quotient by another number.
   *
   * @param other not zero
   * @return this ÷ other
   * @throws ArithmeticException if the other is zero
   */
  public Rational dividedBy(Rational other) {
    if (isSmall()
        && other.isSmall()
        && other.small != 0
        && !overflows(small, other.smallDenominator)
        && !overflows(smallDenominator, other.small)) {
      return small(small * other.smallDenominator, smallDenominator * other.small);
    }
    return of(numerator().multiply(other.denominator()), denominator().multiply(other.numerator()));
  }

  /**
   * A whole power.
   *
   * @param exponent not negative
   * @return this^exponent
   */
  public Rational power(int exponent) {
    return lowest(numerator().pow(exponent), denominator().pow(exponent));
  }

  /** {@return the number with the opposite sign} */
  public Rational negated() {
    return isSmall()
        ? new Rational(-small, smallDenominator, null, null)
        : lowest(numerator().negate(), denominator());
  }

  /** {@return the number without its sign} */
  public Rational absolute() {
    return signum() < 0 ? negated() : this;
  }

  /** {@return −1, 0 or 1} */
  public int signum() {
    return isSmall() ? Long.signum(small) : numerator().signum();
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
    return decimalNumerator().divide(decimalDenominator(), scale, mode);
  }

  /**
   * The number as a decimal of limited precision.
   *
   * @param precision the significant digits and the rounding mode
   * @return the decimal
   */
  public BigDecimal toDecimal(MathContext precision) {
    return decimalNumerator().divide(decimalDenominator(), precision);
  }

  /** {@return the nearest double} */
  public double toDouble() {
    return toDecimal(MathContext.DECIMAL64).doubleValue();
  }

  /** {@return the largest whole number that is not larger} */
  public BigInteger floor() {
    return round(0, RoundingMode.FLOOR).toBigIntegerExact();
  }

  private BigDecimal decimalNumerator() {
    return isSmall() ? BigDecimal.valueOf(small) : new BigDecimal(numerator());
  }

  private BigDecimal decimalDenominator() {
    return isSmall() ? BigDecimal.valueOf(smallDenominator) : new BigDecimal(denominator());
  }

  /** {@return the number as a decimal without trailing zeros, absent if it does not terminate} */
  public Optional<BigDecimal> toDecimal() {
    if (smallDenominator == 1) {
      return Optional.of(BigDecimal.valueOf(small));
    }
    int decimals = isSmall() ? decimals(smallDenominator) : decimals(denominator());
    return decimals < 0 ? Optional.empty() : Optional.of(round(decimals, RoundingMode.UNNECESSARY));
  }

  /** The decimals of a fraction with this denominator in lowest terms, −1 if it never ends. */
  private static int decimals(long denominator) {
    int twos = Long.numberOfTrailingZeros(denominator);
    long rest = denominator >> twos;
    int fives = 0;
    while (rest % 5 == 0) {
      rest /= 5;
      fives++;
    }
    return rest == 1 ? Math.max(twos, fives) : -1;
  }

  private static int decimals(BigInteger denominator) {
    int twos = denominator.getLowestSetBit();
    BigInteger rest = denominator.shiftRight(twos);
    int fives = 0;
    while (!rest.equals(BigInteger.ONE)) {
      BigInteger[] parts = rest.divideAndRemainder(FIVE);
      if (parts[1].signum() != 0) {
        return -1;
      }
      rest = parts[0];
      fives++;
    }
    return Math.max(twos, fives);
  }

  @Override
  public int compareTo(Rational other) {
    if (isSmall() && other.isSmall()) {
      if (smallDenominator == other.smallDenominator) {
        return Long.compare(small, other.small);
      }
      if (!overflows(small, other.smallDenominator) && !overflows(other.small, smallDenominator)) {
        return Long.compare(small * other.smallDenominator, other.small * smallDenominator);
      }
    }
    return numerator()
        .multiply(other.denominator())
        .compareTo(other.numerator().multiply(denominator()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational that
        && small == that.small
        && smallDenominator == that.smallDenominator
        && Objects.equals(large, that.large)
        && Objects.equals(largeDenominator, that.largeDenominator);
  }

  @Override
  public int hashCode() {
    return Objects.hash(small, smallDenominator, large, largeDenominator);
  }

  @JsonValue
  @Override
  public String toString() {
    return toDecimal()
        .map(BigDecimal::toPlainString)
        .orElseGet(() -> numerator() + "/" + denominator());
  }
}
