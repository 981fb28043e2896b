package org.emcsettlement.settlement.savings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.model.YearPolicy;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.Relation;

/** A baseline chosen from years by a policy, with its conditions and branch in the trail. */
final class YearDecision {

  private final BaselineTerms.Years years;
  private final YearPolicy.Decision decision;

  private YearDecision(BaselineTerms.Years years, YearPolicy.Decision decision) {
    this.years = years;
    this.decision = decision;
  }

  /** The decision, or nothing if the policy gives no value. */
  static Optional<YearDecision> of(BaselineTerms.Years years) {
    List<Rational> quantities =
        years.years().stream().map(year -> Rational.of(year.quantity())).toList();
    YearPolicy.Decision decision = years.policy().decide(quantities);
    return decision.rule() == YearPolicy.Rule.NONE
        ? Optional.empty()
        : Optional.of(new YearDecision(years, decision));
  }

  boolean flagged() {
    return decision.rule() == YearPolicy.Rule.MEAN_FLAGGED;
  }

  Rational deviation() {
    return decision.deviation();
  }

  /** Records the years, the conditions and the branch taken. */
  Figure record(Calculator calculator, String unit) {
    List<Figure> quantities = new ArrayList<>();
    for (BaselineTerms.YearUse year : years.years()) {
      quantities.add(calculator.parameter("year-" + year.year(), year.quantity(), unit));
    }
    Figure latest = quantities.get(quantities.size() - 1);
    Figure count = calculator.parameter("years", BigDecimal.valueOf(quantities.size()), "");
    Figure mean =
        calculator.over("mean-of-years", unit, calculator.sum("sum-of-years", quantities), count);
    Figure within =
        calculator.compare(
            "years-within-tolerance",
            largestDeviation(calculator, quantities, mean),
            Relation.AT_MOST,
            calculator.parameter("tolerance", years.policy().tolerance(), ""));
    Figure trend = trend(calculator, quantities);
    if (years.policy().order() == YearPolicy.Order.MEAN_FIRST) {
      Figure beyond = calculator.select("trend-decides", trend, latest, mean);
      return calculator.select("baseline-by-policy", within, mean, beyond);
    }
    return calculator.select("baseline-by-policy", trend, latest, mean);
  }

  private Figure largestDeviation(Calculator calculator, List<Figure> quantities, Figure mean) {
    boolean yearOnYear = years.policy().toleranceBasis() == YearPolicy.ToleranceBasis.YEAR_ON_YEAR;
    Figure largest = calculator.parameter("nothing", BigDecimal.ZERO, "");
    for (int i = yearOnYear ? 1 : 0; i < quantities.size(); i++) {
      Figure reference = yearOnYear ? quantities.get(i - 1) : mean;
      Figure difference =
          calculator.absolute(
              "deviation", calculator.minus("deviation", quantities.get(i), reference));
      if (reference.signum() != 0) {
        largest =
            calculator.max(
                "largest-deviation",
                largest,
                calculator.over("relative-deviation", "", difference, reference));
      }
    }
    return largest;
  }

  /** 1 if the trend rule holds. */
  private Figure trend(Calculator calculator, List<Figure> quantities) {
    Figure none = calculator.parameter("nothing", BigDecimal.ZERO, "");
    if (years.policy().trend() == YearPolicy.Trend.NONE) {
      return none;
    }
    Figure falling = every(calculator, quantities, "falls", Relation.LESS);
    return years.policy().trend() == YearPolicy.Trend.FALLING
        ? falling
        : calculator.max(
            "trend-holds", falling, every(calculator, quantities, "rises", Relation.GREATER));
  }

  private static Figure every(
      Calculator calculator, List<Figure> quantities, String name, Relation relation) {
    Figure all = calculator.parameter("always", BigDecimal.ONE, "");
    for (int i = 1; i < quantities.size(); i++) {
      Figure step =
          calculator.compare("year-" + name, quantities.get(i), relation, quantities.get(i - 1));
      all = calculator.min("every-year-" + name, all, step);
    }
    return all;
  }
}
