package org.emcsettlement.core.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts as people read them: {@code 1,234.56} and in Chinese words (中文大写). */
public final class AmountText {

  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})*\\.\\d{2}");
  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final int[] TENS = {1, 10, 100, 1000};
  private static final BigInteger WAN = BigInteger.valueOf(10_000);
  private static final BigInteger YI = BigInteger.valueOf(100_000_000);

  /** The bound below which amounts have words: 10¹⁶ (一亿亿). */
  public static final BigDecimal LIMIT = new BigDecimal(YI.multiply(YI));

  private AmountText() {}

  /**
   * The amount with thousands separators and two decimals.
   *
   * @param amount the amount
   * @return e.g. {@code -1,234.56}
   */
  public static String grouped(Money amount) {
    String plain = amount.getAmount().abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    StringBuilder text = new StringBuilder(amount.isNegative() ? "-" : "");
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        text.append(',');
      }
      text.append(whole.charAt(i));
    }
    return text.append(point < 0 ? "" : plain.substring(point)).toString();
  }

  /**
   * Reads back {@link #grouped}.
   *
   * @param text the text
   * @param currency the currency
   * @return the amount
   * @throws IllegalArgumentException if the text has another form
   */
  public static Money parse(String text, CurrencyUnit currency) {
    if (!GROUPED.matcher(text).matches()) {
      throw new IllegalArgumentException("amount \"" + text + "\" is not of the form 1,234.56");
    }
    return Money.of(currency, new BigDecimal(text.replace(",", "")));
  }

  /**
   * The amount in Chinese words by the rules for settlement vouchers (支付结算办法, annex 1), with one
   * spelling where they allow two: a 零 before 角 when the yuan digit is 0, none between 万 or 亿 and a
   * non-zero next digit, no 整 after 角.
   *
   * @param amount an amount in yuan
   * @return e.g. {@code 人民币壹仟肆佰零玖元伍角}
   * @throws IllegalArgumentException if the amount is not smaller than {@link #LIMIT}
   */
  public static String words(Money amount) {
    if (amount.getAmount().abs().compareTo(LIMIT) >= 0) {
      throw new IllegalArgumentException(
          "amount " + amount + " must be smaller than " + LIMIT.toPlainString());
    }
    BigInteger fen = amount.getAmount().movePointRight(2).toBigIntegerExact().abs();
    BigInteger yuan = fen.divide(BigInteger.valueOf(100));
    int jiao = fen.mod(BigInteger.valueOf(100)).intValue() / 10;
    int fenDigit = fen.mod(BigInteger.TEN).intValue();
    StringBuilder words = new StringBuilder("人民币");
    if (amount.isNegative()) {
      words.append('负');
    }
    boolean hasYuan = yuan.signum() > 0;
    if (hasYuan) {
      words.append(whole(yuan)).append('元');
    }
    if (jiao == 0 && fenDigit == 0) {
      return words.append(hasYuan ? "整" : "零元整").toString();
    }
    boolean yuanEndsInZero = yuan.mod(BigInteger.TEN).signum() == 0;
    if (hasYuan && (jiao == 0 || yuanEndsInZero)) {
      words.append('零');
    }
    if (jiao > 0) {
      words.append(DIGITS.charAt(jiao)).append('角');
    }
    if (fenDigit > 0) {
      words.append(DIGITS.charAt(fenDigit)).append('分');
    }
    return words.toString();
  }

  private static String whole(BigInteger number) {
    if (number.compareTo(YI) >= 0) {
      return joined(number.divideAndRemainder(YI), "亿", YI);
    }
    if (number.compareTo(WAN) >= 0) {
      return joined(number.divideAndRemainder(WAN), "万", WAN);
    }
    return group(number.intValue());
  }

  private static String joined(BigInteger[] highAndLow, String place, BigInteger size) {
    String high = whole(highAndLow[0]) + place;
    BigInteger low = highAndLow[1];
    if (low.signum() == 0) {
      return high;
    }
    boolean gap = low.multiply(BigInteger.TEN).compareTo(size) < 0;
    return high + (gap ? "零" : "") + whole(low);
  }

  private static String group(int number) {
    StringBuilder words = new StringBuilder();
    boolean zeroPending = false;
    for (int place = 3; place >= 0; place--) {
      int digit = number / TENS[place] % 10;
      if (digit == 0) {
        zeroPending = words.length() > 0;
      } else {
        if (zeroPending) {
          words.append('零');
        }
        words.append(DIGITS.charAt(digit)).append(PLACES[place]);
        zeroPending = false;
      }
    }
    return words.toString();
  }
}
