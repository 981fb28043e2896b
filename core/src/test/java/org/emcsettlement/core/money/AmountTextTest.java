package org.emcsettlement.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AmountTextTest {

  private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");

  static Stream<CsvRow> words() {
    return CsvTable.resource(AmountTextTest.class, "amounts-in-words.csv").rows().stream();
  }

  @ParameterizedTest
  @MethodSource("words")
  void amountsInWords(CsvRow row) {
    Money amount = Money.of(CNY, row.requiredDecimal("amount").orElseThrow());
    assertThat(AmountText.words(amount)).isEqualTo(row.requiredText("words").orElseThrow());
  }

  /** Words reach to one fen below 10¹⁶ yuan; beyond, the limit is named. */
  @Test
  void theLargestAmountInWords() {
    assertThat(AmountText.words(Money.of(CNY, new BigDecimal("1000000000000000.00"))))
        .isEqualTo("人民币壹仟万亿元整");
    assertThat(AmountText.words(Money.of(CNY, new BigDecimal("-9999999999999999.99"))))
        .isEqualTo("人民币负玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分");
    for (String text : new String[] {"10000000000000000", "-1e40"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AmountText.words(Money.of(CNY, new BigDecimal(text))))
          .withMessageContaining("smaller than 10000000000000000");
    }
  }

  @Test
  void groupedAmounts() {
    assertThat(AmountText.grouped(Money.of(CNY, new BigDecimal("-1234567.80"))))
        .isEqualTo("-1,234,567.80");
    assertThat(AmountText.grouped(Money.ofMinor(CNY, 5))).isEqualTo("0.05");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AmountText.parse("1,23.45", CNY))
        .withMessageContaining("1,23.45");
  }
}
