package org.emcsettlement.core.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimals as files write them, in CSV and JSON alike: {@code 1234.56}, {@code -1.5e3}. */
public final class DecimalText {

  /** The most digits, and the most decimals or trailing zeros, that a decimal may have. */
  public static final int MOST_DIGITS = 40;

  /** Digits of no other script; a longer exponent would be refused for its size anyway. */
  private static final Pattern FORM =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

  private DecimalText() {}

  /**
   * Reads a decimal of any size.
   *
   * @param text the text
   * @return the decimal with its scale as written, absent if the text is none
   */
  public static Optional<BigDecimal> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /**
   * Whether a decimal is small enough to be used: exact arithmetic on numbers without bound would
   * take time and memory without bound.
   *
   * @param decimal the decimal
   * @return whether neither its digits nor its scale exceed {@link #MOST_DIGITS}
   */
  public static boolean fits(BigDecimal decimal) {
    return decimal.precision() <= MOST_DIGITS && Math.abs(decimal.scale()) <= MOST_DIGITS;
  }
}
