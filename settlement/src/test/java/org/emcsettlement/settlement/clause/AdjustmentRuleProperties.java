package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.core.money.RoundingProfile;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.savings.AdjustmentRule;
import org.emcsettlement.settlement.savings.AdjustmentRule.Mode;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Recorder;
import org.joda.money.CurrencyUnit;

/** Law 22 of settlement-methods section 8. */
class AdjustmentRuleProperties {

  @Provide
  Arbitrary<BigDecimal> changes() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals().between(new BigDecimal("-0.5"), new BigDecimal("0.5")).ofScale(6),
        Arbitraries.of("0.05", "-0.05", "0.050001", "0").map(BigDecimal::new));
  }

  private static Rational ratio(Mode mode, String threshold, BigDecimal change) {
    Calculator calculator =
        new Recorder(CurrencyUnit.of("CNY"), RoundingProfile.HALF_UP).calculator("law");
    return AdjustmentRule.builder()
        .mode(mode)
        .threshold(new BigDecimal(threshold))
        .build()
        .ratio(calculator, calculator.parameter("change", change, ""))
        .value();
  }

  /** Steps from 5 % and 10 % on: below the first nothing, then 2 %, then 6 %. */
  @Property
  void stepsBeginAtTheirFirstBound(@ForAll("changes") BigDecimal x) {
    Calculator calculator =
        new Recorder(CurrencyUnit.of("CNY"), RoundingProfile.HALF_UP).calculator("law");
    Rational ratio =
        AdjustmentRule.builder()
            .mode(Mode.STEP)
            .addSteps(new AdjustmentRule.Step(new BigDecimal("0.05"), new BigDecimal("0.02")))
            .addSteps(new AdjustmentRule.Step(new BigDecimal("0.10"), new BigDecimal("0.06")))
            .build()
            .ratio(calculator, calculator.parameter("change", x, ""))
            .value();
    String expected =
        x.compareTo(new BigDecimal("0.05")) < 0
            ? "0"
            : x.compareTo(new BigDecimal("0.10")) < 0 ? "0.02" : "0.06";
    assertThat(ratio).isEqualTo(Rational.parse(expected));
  }

  @Property
  void belowTheThresholdNothingChanges(@ForAll("changes") BigDecimal x) {
    if (x.abs().compareTo(new BigDecimal("0.05")) <= 0) {
      assertThat(ratio(Mode.FULL_ONCE_TRIGGERED, "0.05", x)).isEqualTo(Rational.ZERO);
      assertThat(ratio(Mode.EXCESS_ONLY, "0.05", x)).isEqualTo(Rational.ZERO);
    }
  }

  @Property
  void excessIsAtMostFullIsAtMostAlways(@ForAll("changes") BigDecimal x) {
    Rational excess = ratio(Mode.EXCESS_ONLY, "0.05", x).absolute();
    Rational full = ratio(Mode.FULL_ONCE_TRIGGERED, "0.05", x).absolute();
    Rational always = ratio(Mode.ALWAYS, "0.05", x).absolute();
    assertThat(excess).isLessThanOrEqualTo(full);
    assertThat(full).isLessThanOrEqualTo(always);
    assertThat(always).isEqualTo(Rational.of(x.abs()));
  }

  @Property
  void excessIsContinuous(@ForAll("changes") BigDecimal x) {
    BigDecimal little = new BigDecimal("0.000001");
    Rational step =
        ratio(Mode.EXCESS_ONLY, "0.05", x.add(little)).minus(ratio(Mode.EXCESS_ONLY, "0.05", x));
    assertThat(step).isBetween(Rational.ZERO, Rational.of(little));
  }

  @Property
  void withoutThresholdAllAreOne(@ForAll("changes") BigDecimal x) {
    assertThat(ratio(Mode.FULL_ONCE_TRIGGERED, "0", x)).isEqualTo(Rational.of(x));
    assertThat(ratio(Mode.EXCESS_ONLY, "0", x)).isEqualTo(Rational.of(x));
  }
}
