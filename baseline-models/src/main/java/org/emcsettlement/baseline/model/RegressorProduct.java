package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.emcsettlement.core.series.DailyDrivers;

/**
 * The product of two daily values, summed over days: degree days of working days, person degree
 * days.
 *
 * @param left the first factor, no product itself
 * @param right the second factor
 */
public record RegressorProduct(Regressor left, Regressor right) implements Regressor {

  /**
   * A product.
   *
   * @param left the first factor
   * @param right the second factor
   * @throws IllegalArgumentException if the first factor is a product
   */
  public RegressorProduct {
    if (left instanceof RegressorProduct) {
      throw new IllegalArgumentException(
          "left factor " + left + " is a product; the second factor may be one");
    }
  }

  @Override
  public Optional<BigDecimal> on(DailyDrivers drivers, LocalDate date) {
    Optional<BigDecimal> first = left.on(drivers, date);
    if (first.isEmpty()) {
      return first;
    }
    return right.on(drivers, date).map(first.get()::multiply);
  }

  /** A value per day on the left loses its day: [person·d] × [K·d] sums up to person·K·d. */
  @Override
  public String unit() {
    String unit = left.unit();
    if (unit.equals("d")) {
      return right.unit();
    }
    return (unit.endsWith("·d") ? unit.substring(0, unit.length() - 2) : unit) + "·" + right.unit();
  }

  @Override
  public Set<String> drivers() {
    Set<String> drivers = new TreeSet<>(left.drivers());
    drivers.addAll(right.drivers());
    return drivers;
  }

  @Override
  public String zh() {
    return left.zh() + "×" + right.zh();
  }

  @Override
  public String en() {
    return left.en() + " × " + right.en();
  }

  @Override
  public String text() {
    return left.text() + "*" + right.text();
  }

  @Override
  public String toString() {
    return text();
  }
}
