package org.emcsettlement.baseline.savings;

import java.util.Optional;
import org.emcsettlement.baseline.model.DayTypeDays;
import org.emcsettlement.baseline.model.HourOfWeek;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;

/**
 * A regressor in two factors: what the normal year itself knows, and what is carried into it from
 * another period. One of the two is present.
 *
 * @param ofYear the factor of weather, days and seasons
 * @param carried the factor of occupancy, day types and hours of the week
 */
record NormalFactors(Optional<Regressor> ofYear, Optional<Regressor> carried) {

  /** Everything is of the normal year. */
  static NormalFactors whole(Regressor regressor) {
    return new NormalFactors(Optional.of(regressor), Optional.empty());
  }

  static NormalFactors split(Regressor regressor) {
    if (regressor instanceof RegressorProduct product) {
      NormalFactors left = split(product.left());
      NormalFactors right = split(product.right());
      return new NormalFactors(
          product(left.ofYear(), right.ofYear()), product(left.carried(), right.carried()));
    }
    return isCarried(regressor)
        ? new NormalFactors(Optional.empty(), Optional.of(regressor))
        : whole(regressor);
  }

  private static boolean isCarried(Regressor regressor) {
    boolean occupancy =
        !regressor.drivers().isEmpty() && !regressor.drivers().contains(Regressor.TEMPERATURE);
    return occupancy || regressor instanceof DayTypeDays || regressor instanceof HourOfWeek;
  }

  private static Optional<Regressor> product(Optional<Regressor> left, Optional<Regressor> right) {
    return left.isPresent() && right.isPresent()
        ? Optional.of(new RegressorProduct(left.get(), right.get()))
        : left.or(() -> right);
  }
}
