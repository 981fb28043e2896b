package org.emcsettlement.settlement.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CashFlowTest {

  private static List<CashFlow> provider(String... amounts) {
    List<CashFlow> flows = new ArrayList<>();
    for (String amount : amounts) {
      flows.add(
          new CashFlow(
              flows.size(),
              BigDecimal.ZERO,
              new BigDecimal(amount),
              BigDecimal.ZERO,
              BigDecimal.ZERO));
    }
    return flows;
  }

  /** An annuity of 1000 for 10 years is worth 1000·(1 − 1.05⁻¹⁰)/0.05 at its start. */
  @Test
  void thePresentValueOfAnAnnuity() {
    String[] flows = new String[11];
    Arrays.fill(flows, "1000");
    flows[0] = "-5000";
    double annuity = 1000 * (1 - Math.pow(1.05, -10)) / 0.05;
    assertThat(
            CashFlow.presentValue(
                    provider(flows), CashFlow::serviceProvider, new BigDecimal("0.05"))
                .doubleValue())
        .isEqualTo(annuity - 5000, within(0.0051));
  }

  @Test
  void withoutDiscountThePresentValueIsTheSum() {
    assertThat(
            CashFlow.presentValue(
                provider("-10", "4", "3.33"), CashFlow::serviceProvider, BigDecimal.ZERO))
        .isEqualTo("-2.67");
  }

  @Test
  void moneyIsBackInTheFirstYearThatAddsUpToNothingLess() {
    assertThat(CashFlow.payback(provider("-10", "4", "6", "5"), CashFlow::serviceProvider))
        .isEqualTo(2);
    assertThat(CashFlow.payback(provider("-10", "4", "5"), CashFlow::serviceProvider))
        .isEqualTo(-1);
    assertThat(CashFlow.payback(provider("0", "4"), CashFlow::serviceProvider)).isZero();
  }
}
