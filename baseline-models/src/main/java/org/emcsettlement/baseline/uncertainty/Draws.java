package org.emcsettlement.baseline.uncertainty;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.emcsettlement.core.json.Digest;
import org.emcsettlement.core.quantity.Rational;

/**
 * Numbers for a simulation that anyone can draw again. The uniform number of a name and an index is
 * {@code (k + ½) ÷ 2^52}, k being the first 13 hexadecimal digits of the SHA-256 of the UTF-8 text
 * {@code <seed>/<name>/<index>}. There is no state: a number depends neither on what was drawn
 * before nor on what else is drawn, so more draws, or one more quantity, leave the others as they
 * are.
 *
 * @param seed chooses the numbers
 */
public record Draws(long seed) {

  private static final int HEX_DIGITS = 13;
  private static final BigInteger TWICE = BigInteger.ONE.shiftLeft(4 * HEX_DIGITS + 1);
  private static final MathContext DIGITS =
      new MathContext(SavingsUncertainty.ROOT_DIGITS, RoundingMode.HALF_UP);

  /**
   * A number between 0 and 1, each equally likely.
   *
   * @param name what is drawn
   * @param index which draw of it
   * @return the exact number, neither 0 nor 1
   */
  public Rational uniform(String name, int index) {
    String text = seed + "/" + name + "/" + index;
    String hash = Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    BigInteger odd =
        new BigInteger(hash.substring(0, HEX_DIGITS), 16).shiftLeft(1).add(BigInteger.ONE);
    return Rational.of(odd, TWICE);
  }

  /**
   * One of several things, each equally likely.
   *
   * @param name what is drawn
   * @param index which draw of it
   * @param count how many there are, at least one
   * @return from 0 to {@code count − 1}
   */
  public int choice(String name, int index, int count) {
    return uniform(name, index).times(Rational.of(count)).floor().intValueExact();
  }

  /**
   * A standard normal number.
   *
   * @param name what is drawn
   * @param index which draw of it
   * @return the quantile of the uniform number, of 12 significant digits
   */
  public BigDecimal normal(String name, int index) {
    return new BigDecimal(NormalQuantile.of(uniform(name, index).toDouble())).round(DIGITS);
  }

  /**
   * A number of a triangular distribution.
   *
   * @param name what is drawn
   * @param index which draw of it
   * @param low the least value
   * @param likely the most likely value
   * @param high the greatest value
   * @return the quantile of the uniform number, of 12 significant digits; the value itself if all
   *     three are equal
   * @throws IllegalArgumentException if the three are not in order
   */
  public BigDecimal triangular(
      String name, int index, BigDecimal low, BigDecimal likely, BigDecimal high) {
    if (low.compareTo(likely) > 0 || likely.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "low " + low + ", likely " + likely + ", high " + high + " must be in order");
    }
    if (low.compareTo(high) == 0) {
      return likely;
    }
    Rational width = Rational.of(high.subtract(low));
    Rational rise = Rational.of(likely.subtract(low));
    Rational fall = Rational.of(high.subtract(likely));
    Rational u = uniform(name, index);
    boolean rising = u.times(width).compareTo(rise) <= 0;
    Rational square =
        rising ? u.times(width).times(rise) : Rational.ONE.minus(u).times(width).times(fall);
    BigDecimal root = SavingsUncertainty.root(square);
    return (rising ? low.add(root) : high.subtract(root)).round(DIGITS);
  }
}
