package org.emcsettlement.baseline.savings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;

/**
 * Savings of many sites together. Their errors are taken as independent, {@code U = √ΣU_i²}; a bias
 * that sites share does not cancel and is not in it.
 *
 * @param commodity what is saved
 * @param sites how many sites
 * @param baselineUse use without the measures [canonical unit]
 * @param savings the sum of savings [canonical unit]
 * @param intervals intervals around the sum, for the methods that all sites have
 */
public record PortfolioSavings(
    Commodity commodity,
    int sites,
    Rational baselineUse,
    Rational savings,
    List<SavingsInterval> intervals) {

  /**
   * Adds sites up.
   *
   * @param sites the savings of each, at least one
   * @return their sum
   * @throws IllegalArgumentException if there is none, or if commodities, quantities or confidence
   *     levels differ
   */
  public static PortfolioSavings of(List<Savings> sites) {
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("sites of a portfolio: at least one is needed");
    }
    Savings first = sites.get(0);
    Rational baselineUse = Rational.ZERO;
    Rational savings = Rational.ZERO;
    for (Savings site : sites) {
      require("commodity", first.commodity(), site.commodity());
      require("quantity", first.quantity(), site.quantity());
      baselineUse = baselineUse.plus(site.baselineUse());
      savings = savings.plus(site.savings());
    }
    List<SavingsInterval> intervals = new ArrayList<>();
    for (IntervalMethod method : IntervalMethod.values()) {
      interval(sites, method, savings).ifPresent(intervals::add);
    }
    return new PortfolioSavings(
        first.commodity(), sites.size(), baselineUse, savings, List.copyOf(intervals));
  }

  private static void require(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new IllegalArgumentException(
          "sites of a portfolio have " + what + " " + expected + " and " + found);
    }
  }

  private static Optional<SavingsInterval> interval(
      List<Savings> sites, IntervalMethod method, Rational savings) {
    Rational square = Rational.ZERO;
    Optional<BigDecimal> confidence = Optional.empty();
    for (Savings site : sites) {
      Optional<SavingsInterval> interval = site.interval(method);
      if (interval.isEmpty()) {
        return Optional.empty();
      }
      BigDecimal level = interval.get().confidence();
      confidence.ifPresent(
          common -> require("confidence", common.stripTrailingZeros(), level.stripTrailingZeros()));
      confidence = Optional.of(level);
      square = square.plus(Rational.of(interval.get().halfWidth()).power(2));
    }
    BigDecimal halfWidth = SavingsUncertainty.root(square);
    return confidence.map(level -> SavingsInterval.around(savings, method, level, halfWidth));
  }
}
