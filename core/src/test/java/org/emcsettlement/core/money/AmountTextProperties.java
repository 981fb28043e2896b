package org.emcsettlement.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Law 56 of settlement-methods section 8. */
class AmountTextProperties {

  private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");
  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

  @Provide
  Arbitrary<Money> amounts() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(0, 99_999_999_999_999L),
            Arbitraries.longs().between(0, 100_000),
            // many zeros in a row, where spellings go wrong
            Arbitraries.integers()
                .between(0, 9)
                .list()
                .ofSize(14)
                .map(AmountTextProperties::sparse))
        .map(fen -> Money.ofMinor(CNY, fen));
  }

  private static long sparse(java.util.List<Integer> digits) {
    long fen = 0;
    for (int digit : digits) {
      fen = 10 * fen + (digit > 6 ? digit : 0);
    }
    return fen;
  }

  @Property
  void groupedTextReadsBack(@ForAll("amounts") Money amount) {
    assertThat(AmountText.parse(AmountText.grouped(amount), CNY)).isEqualTo(amount);
    Money negative = amount.negated();
    assertThat(AmountText.parse(AmountText.grouped(negative), CNY)).isEqualTo(negative);
  }

  /** Reading the words back gives the amount, so no two amounts share their words. */
  @Property(tries = 5000)
  void wordsReadBack(@ForAll("amounts") Money amount) {
    assertThat(fenOf(AmountText.words(amount))).isEqualTo(amount.getAmountMinorLong());
  }

  /** A reader of its own: knows digits and places, nothing of the writer. */
  private static long fenOf(String words) {
    String text = words.substring("人民币".length());
    int yuan = text.indexOf('元');
    long fen = yuan < 0 ? 0 : 100 * whole(text.substring(0, yuan));
    String rest = text.substring(yuan + 1);
    for (int i = 1; i < rest.length(); i++) {
      int digit = DIGITS.indexOf(rest.charAt(i - 1));
      if (rest.charAt(i) == '角') {
        fen += 10L * digit;
      } else if (rest.charAt(i) == '分') {
        fen += digit;
      }
    }
    return fen;
  }

  private static long whole(String text) {
    for (char[] place : new char[][] {{'亿', 8}, {'万', 4}}) {
      int at = text.lastIndexOf(place[0]);
      if (at >= 0) {
        return whole(text.substring(0, at)) * (long) Math.pow(10, place[1])
            + whole(text.substring(at + 1));
      }
    }
    long value = 0;
    long digit = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      int place = "拾佰仟".indexOf(sign);
      if (place >= 0) {
        value += digit * (long) Math.pow(10, place + 1);
        digit = 0;
      } else {
        digit = DIGITS.indexOf(sign);
      }
    }
    return value + digit;
  }
}
