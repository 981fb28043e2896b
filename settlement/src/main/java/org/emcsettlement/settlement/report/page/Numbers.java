package org.emcsettlement.settlement.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.emcsettlement.core.quantity.Rational;

/** Numbers as a page shows them. Rounded for reading only: nothing is computed from the result. */
public final class Numbers {

  private static final Rational ONE = Rational.of(1);
  private static final Rational HUNDRED = Rational.of(100);
  private static final Rational THOUSAND = Rational.of(1000);
  private static final int PRICE_DECIMALS = 8;

  private Numbers() {}

  /**
   * An amount with thousands separators and at least two decimals: {@code -1,234.56}.
   *
   * @param amount the amount
   * @return its text
   */
  public static String amount(BigDecimal amount) {
    return grouped(amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY));
  }

  /**
   * A whole number with thousands separators.
   *
   * @param count the number
   * @return its text
   */
  public static String count(int count) {
    return grouped(BigDecimal.valueOf(count));
  }

  /**
   * A quantity: whole numbers stay whole, short decimals stay as they are, longer ones are rounded
   * HALF_UP to three decimals, to four below one.
   *
   * @param quantity the quantity
   * @return its text
   */
  public static String quantity(Rational quantity) {
    return shown(quantity, quantity.absolute().compareTo(ONE) < 0 ? 4 : 3);
  }

  /**
   * A quantity where room is short: one decimal from a thousand on.
   *
   * @param quantity the quantity
   * @return its text
   */
  public static String brief(Rational quantity) {
    return quantity.absolute().compareTo(THOUSAND) < 0 ? quantity(quantity) : shown(quantity, 1);
  }

  /**
   * A unit price: exact up to eight decimals.
   *
   * @param price the price
   * @return its text
   */
  public static String price(Rational price) {
    return shown(price, PRICE_DECIMALS);
  }

  /**
   * A ratio in percent: exact up to four decimals.
   *
   * @param ratio the ratio, 1 is 100 %
   * @return its text
   */
  public static String percent(Rational ratio) {
    return shown(ratio.times(HUNDRED), 4) + " %";
  }

  /**
   * A share of a whole in percent with two decimals, a dash if the whole is zero.
   *
   * @param part the part
   * @param whole the whole
   * @return its text
   */
  public static String rate(Rational part, Rational whole) {
    return whole.signum() == 0
        ? "–"
        : grouped(part.dividedBy(whole).times(HUNDRED).round(2, RoundingMode.HALF_UP)) + " %";
  }

  private static String shown(Rational value, int decimals) {
    Optional<BigDecimal> exact = value.toDecimal();
    BigDecimal shown =
        exact.isPresent() && exact.get().scale() <= decimals
            ? exact.get()
            : value.round(decimals, RoundingMode.HALF_UP);
    return grouped(shown);
  }

  /**
   * A measured or fitted number, HALF_UP.
   *
   * @param value the number
   * @param digits its significant digits, none lost before the decimal point
   * @return its text with thousands separators, a dash if it is not finite
   */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    int decimals = Math.max(0, digits - exact.precision() + exact.scale());
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return grouped(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
  }

  /**
   * A decimal with thousands separators, every digit kept.
   *
   * @param value the decimal
   * @return its text
   */
  public static String grouped(BigDecimal value) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.');
    int whole = point < 0 ? plain.length() : point;
    StringBuilder text = new StringBuilder(value.signum() < 0 ? "-" : "");
    for (int i = 0; i < whole; i++) {
      if (i > 0 && (whole - i) % 3 == 0) {
        text.append(',');
      }
      text.append(plain.charAt(i));
    }
    return text.append(plain, whole, plain.length()).toString();
  }
}
