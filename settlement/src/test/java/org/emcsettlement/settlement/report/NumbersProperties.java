package org.emcsettlement.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.report.page.Axis;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Svg;

/** Numbers and scales as a page shows them. */
class NumbersProperties {

  @Property
  void anAmountReadsBack(
      @ForAll @BigRange(min = "-1000000000000", max = "1000000000000") @Scale(2)
          BigDecimal amount) {
    BigDecimal fen = amount.setScale(2, RoundingMode.UNNECESSARY);
    assertThat(ParsedPage.number(Numbers.amount(fen))).isEqualTo(fen);
  }

  @Example
  void numbersAreGroupedByThousands() {
    assertThat(Numbers.amount(new BigDecimal("-1234567.80"))).isEqualTo("-1,234,567.80");
    assertThat(Numbers.amount(new BigDecimal("999"))).isEqualTo("999.00");
    assertThat(Numbers.grouped(new BigDecimal("1E+6"))).isEqualTo("1,000,000");
    assertThat(Numbers.quantity(Rational.of(2, 3))).isEqualTo("0.6667");
    assertThat(Numbers.quantity(Rational.of(10_000, 3))).isEqualTo("3,333.333");
    assertThat(Numbers.brief(Rational.of(10_000, 3))).isEqualTo("3,333.3");
    assertThat(Numbers.price(Rational.of(1, 3))).isEqualTo("0.33333333");
    assertThat(Numbers.percent(Rational.of(7, 10))).isEqualTo("70 %");
    assertThat(Numbers.rate(Rational.of(1), Rational.of(8))).isEqualTo("12.50 %");
    assertThat(Numbers.rate(Rational.of(1), Rational.ZERO)).isEqualTo("–");
  }

  /** Round steps of 1, 2 or 5, ends on a step, zero and every value inside. */
  @Property
  void aScaleCoversItsValues(
      @ForAll @Size(min = 1, max = 24)
          List<@LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) Long> values) {
    List<Rational> covered = values.stream().map(value -> Rational.of(value, 1000)).toList();
    Axis axis = Axis.covering(covered, 4);
    assertThat(axis.step().stripTrailingZeros().unscaledValue().intValue()).isIn(1, 2, 5);
    assertThat(axis.ticks()).hasSizeBetween(2, 7).anyMatch(tick -> tick.signum() == 0);
    for (Rational value : covered) {
      assertThat(axis.position(value)).isBetween(0.0, 1.0);
    }
    assertThat(axis.position(axis.least())).isZero();
    assertThat(axis.position(axis.greatest())).isEqualTo(1.0);
  }

  @Property
  void aCoordinateIsPrintedWithTwoDecimals(
      @ForAll @DoubleRange(min = -10_000, max = 10_000) double value) {
    String text = Svg.at(value);
    assertThat(text).matches("-?\\d+\\.\\d\\d");
    assertThat(Math.abs(Double.parseDouble(text) - value)).isLessThanOrEqualTo(0.005000001);
  }

  @Property
  void aTextThatIsCutFits(@ForAll String text) {
    String fitted = Svg.fit(text, 12);
    assertThat(Svg.width(fitted)).isLessThanOrEqualTo(12);
    assertThat(fitted.equals(text) || fitted.endsWith("…")).isTrue();
  }
}
