package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.quantity.Rational;
import org.immutables.value.Value;

/**
 * How the baseline year is chosen from the consumption of several years, as in practice for energy
 * cost hosting: the latest year when consumption falls year by year, the mean when the years lie
 * within a tolerance, else the mean with a flag or no value (JS/T 301-2024 clause 4.3 and the
 * Shandong rule 4.0.2 as quoted in secondary sources; both leave open what ±10 % refers to, so it
 * is a parameter).
 */
@LibraryStyle
@Value.Immutable
public interface YearPolicy {

  /** Which trend makes the latest year the baseline. */
  enum Trend {
    /** Consumption falls every year (the quotation of JS/T 301). */
    FALLING,
    /** Consumption falls every year or rises every year (the Shandong rule). */
    MONOTONE,
    /** No trend rule. */
    NONE
  }

  /** What the tolerance is a fraction of. */
  enum ToleranceBasis {
    /** Every year's deviation from the mean, over the mean. */
    MEAN,
    /** Every year's change from the year before, over the year before. */
    YEAR_ON_YEAR
  }

  /** What happens when the years spread beyond the tolerance. */
  enum Outside {
    /** The mean, with a finding. */
    MEAN_FLAGGED,
    /** No value: the parties have to agree one. */
    REJECT
  }

  /** Which rule is asked first. */
  enum Order {
    /** The trend decides before the tolerance. */
    TREND_FIRST,
    /** The tolerance decides before the trend. */
    MEAN_FIRST
  }

  /** What was decided. */
  enum Rule {
    /** The latest year. */
    LATEST,
    /** The mean of the years within the tolerance. */
    MEAN,
    /** The mean of years beyond the tolerance, flagged. */
    MEAN_FLAGGED,
    /** No value; the parties have to agree one. */
    NONE
  }

  /**
   * A decision with the figures it rests on.
   *
   * @param rule what was decided
   * @param trend whether the trend rule holds
   * @param mean the exact mean
   * @param deviation the largest deviation as a fraction, by the tolerance basis
   */
  record Decision(Rule rule, boolean trend, Rational mean, Rational deviation) {}

  /** {@return which trend makes the latest year the baseline} */
  @Value.Default
  default Trend trend() {
    return Trend.FALLING;
  }

  /** {@return the tolerance as a fraction} */
  @Value.Default
  default BigDecimal tolerance() {
    return new BigDecimal("0.10");
  }

  /** {@return what the tolerance is a fraction of} */
  @Value.Default
  default ToleranceBasis toleranceBasis() {
    return ToleranceBasis.MEAN;
  }

  /** {@return what happens beyond the tolerance} */
  @Value.Default
  default Outside outside() {
    return Outside.MEAN_FLAGGED;
  }

  /** {@return which rule is asked first} */
  @Value.Default
  default Order order() {
    return Order.TREND_FIRST;
  }

  /**
   * Decides.
   *
   * @param years the consumption of consecutive years, oldest first
   * @return the decision; NONE with zero figures if there are fewer than two years
   */
  default Decision decide(List<Rational> years) {
    if (years.size() < 2) {
      return new Decision(Rule.NONE, false, Rational.ZERO, Rational.ZERO);
    }
    Rational mean =
        years.stream().reduce(Rational.ZERO, Rational::plus).dividedBy(Rational.of(years.size()));
    Rational deviation = deviation(years, mean);
    boolean within = deviation.compareTo(Rational.of(tolerance())) <= 0;
    boolean trendHolds = trendHolds(years);
    boolean trendDecides = trendHolds && (order() == Order.TREND_FIRST || !within);
    Rule rule;
    if (trendDecides) {
      rule = Rule.LATEST;
    } else if (within) {
      rule = Rule.MEAN;
    } else {
      rule = outside() == Outside.REJECT ? Rule.NONE : Rule.MEAN_FLAGGED;
    }
    return new Decision(rule, trendHolds, mean, deviation);
  }

  private boolean trendHolds(List<Rational> years) {
    boolean falling = true;
    boolean rising = true;
    for (int i = 1; i < years.size(); i++) {
      int change = years.get(i).compareTo(years.get(i - 1));
      falling &= change < 0;
      rising &= change > 0;
    }
    return switch (trend()) {
      case FALLING -> falling;
      case MONOTONE -> falling || rising;
      case NONE -> false;
    };
  }

  private Rational deviation(List<Rational> years, Rational mean) {
    Rational largest = Rational.ZERO;
    for (int i = 0; i < years.size(); i++) {
      if (toleranceBasis() == ToleranceBasis.MEAN) {
        largest = largest.max(relative(years.get(i), mean));
      } else if (i > 0) {
        largest = largest.max(relative(years.get(i), years.get(i - 1)));
      }
    }
    return largest;
  }

  private static Rational relative(Rational value, Rational reference) {
    if (reference.signum() == 0) {
      return value.signum() == 0 ? Rational.ZERO : Rational.ONE;
    }
    return value.minus(reference).dividedBy(reference).absolute();
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link YearPolicy}. */
  final class Builder extends ImmutableYearPolicy.Builder {
    Builder() {}
  }
}
