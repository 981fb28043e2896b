package org.emcsettlement.settlement.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.assessment.TermRule.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Article 8 of 京机管发〔2022〕21号 and the table of china-emc, section 3. */
class TermRuleTest {

  private static final TermRule BEIJING = TermRule.standard().get(0);

  private static List<String> percents(Reading reading) {
    return IntStream.rangeClosed(5, 10)
        .mapToObj(
            years ->
                BEIJING
                    .required(years, reading)
                    .times(Rational.of(100))
                    .round(2, RoundingMode.HALF_UP)
                    .toPlainString())
        .toList();
  }

  @Test
  void bothReadingsAreThoseOfTheTable() {
    assertThat(percents(Reading.LINEAR))
        .containsExactly("10.00", "12.00", "14.00", "16.00", "18.00", "20.00");
    assertThat(percents(Reading.COMPOUND))
        .containsExactly("10.00", "12.00", "14.40", "17.28", "20.74", "24.88");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0999, 0, 0",
    "0.10, 5, 5",
    "0.1439, 7, 6",
    "0.144, 7, 7",
    "0.1728, 8, 8",
    "0.20, 10, 8",
    "1, 50, 17",
  })
  void theLongestTermIsTheLastThatIsAllowed(BigDecimal reduction, int linear, int compound) {
    Rational reached = Rational.of(reduction);
    assertThat(BEIJING.longest(reached, Reading.LINEAR)).isEqualTo(linear);
    assertThat(BEIJING.longest(reached, Reading.COMPOUND)).isEqualTo(compound);
  }

  @Test
  void shorterTermsAreNotRuled() {
    assertThatThrownBy(() -> BEIJING.required(4, Reading.LINEAR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("4", "5");
  }

  @Test
  void theRuleSaysWhereItWasRead() {
    assertThat(BEIJING.source()).contains("京机管发〔2022〕21号");
    assertThat(BEIJING.trust()).isEqualTo(Trust.VERIFIED);
  }
}
