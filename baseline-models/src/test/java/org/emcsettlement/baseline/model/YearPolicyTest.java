package org.emcsettlement.baseline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.emcsettlement.baseline.model.YearPolicy.Decision;
import org.emcsettlement.baseline.model.YearPolicy.Order;
import org.emcsettlement.baseline.model.YearPolicy.Outside;
import org.emcsettlement.baseline.model.YearPolicy.Rule;
import org.emcsettlement.baseline.model.YearPolicy.ToleranceBasis;
import org.emcsettlement.baseline.model.YearPolicy.Trend;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.Test;

/** Case 6 of the worked settlement cases: the edges of choosing a baseline year. */
class YearPolicyTest {

  private final YearPolicy standard = YearPolicy.builder().build();

  private static List<Rational> years(long... values) {
    return Arrays.stream(values).mapToObj(Rational::of).toList();
  }

  private static BigDecimal shown(Rational value, int scale) {
    return value.round(scale, RoundingMode.HALF_UP);
  }

  /** (a) 100, 106, 95: not monotone, within ±10 % of 100.33, use the mean. */
  @Test
  void yearsWithinTheToleranceGiveTheirMean() {
    Decision decision = standard.decide(years(100, 106, 95));
    assertThat(decision.rule()).isEqualTo(Rule.MEAN);
    assertThat(shown(decision.mean(), 2)).isEqualByComparingTo("100.33");
  }

  /** (b) 120, 110, 99: falling and within ±10 % of 109.67; the order of rules decides. */
  @Test
  void theOrderOfRulesDecidesWhenBothHold() {
    Decision trendFirst = standard.decide(years(120, 110, 99));
    Decision meanFirst =
        YearPolicy.builder().order(Order.MEAN_FIRST).build().decide(years(120, 110, 99));
    assertThat(trendFirst.rule()).isEqualTo(Rule.LATEST);
    assertThat(meanFirst.rule()).isEqualTo(Rule.MEAN);
    assertThat(shown(meanFirst.mean(), 2)).isEqualByComparingTo("109.67");
  }

  /** (c) 90, 100, 112: rising; the Shandong rule takes 112, the quotation of JS/T 301 flags. */
  @Test
  void risingYearsDependOnTheRule() {
    Decision shandong =
        YearPolicy.builder().trend(Trend.MONOTONE).build().decide(years(90, 100, 112));
    Decision jst = standard.decide(years(90, 100, 112));
    assertThat(shandong.rule()).isEqualTo(Rule.LATEST);
    assertThat(jst.rule()).isEqualTo(Rule.MEAN_FLAGGED);
    assertThat(shown(jst.mean(), 2)).isEqualByComparingTo("100.67");
    assertThat(shown(jst.deviation(), 3)).isEqualByComparingTo("0.113");
  }

  /** (d) 100, 130, 96: the mean 108.67 is flagged (+19.6 %), or there is no value. */
  @Test
  void yearsBeyondTheToleranceAreFlaggedOrRejected() {
    Decision flagged = standard.decide(years(100, 130, 96));
    assertThat(flagged.rule()).isEqualTo(Rule.MEAN_FLAGGED);
    assertThat(shown(flagged.mean(), 2)).isEqualByComparingTo("108.67");
    assertThat(shown(flagged.deviation(), 3)).isEqualByComparingTo("0.196");
    assertThat(
            YearPolicy.builder().outside(Outside.REJECT).build().decide(years(100, 130, 96)).rule())
        .isEqualTo(Rule.NONE);
  }

  /** (e) one year only: no policy value. */
  @Test
  void oneYearNeedsAnAgreement() {
    assertThat(standard.decide(years(100)).rule()).isEqualTo(Rule.NONE);
  }

  /** 100, 109, 101 stays within 10 % year on year; 100, 111, 108 does not, though near its mean. */
  @Test
  void theToleranceMayReferToTheYearBefore() {
    YearPolicy policy = YearPolicy.builder().toleranceBasis(ToleranceBasis.YEAR_ON_YEAR).build();
    assertThat(policy.decide(years(100, 109, 101)).rule()).isEqualTo(Rule.MEAN);
    assertThat(policy.decide(years(100, 111, 108)).rule()).isEqualTo(Rule.MEAN_FLAGGED);
    assertThat(standard.decide(years(100, 111, 108)).rule()).isEqualTo(Rule.MEAN);
  }

  /** 90, 100, 110: the largest deviation is exactly the tolerance, which is within. */
  @Test
  void theToleranceItselfIsWithin() {
    assertThat(standard.decide(years(90, 100, 110)).rule()).isEqualTo(Rule.MEAN);
  }
}
