package org.emcsettlement.baseline.uncertainty;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/**
 * What a frozen baseline keeps of its errors, as decimals of 12 significant digits, so that an
 * interval can be recomputed without the data.
 */
@LibraryStyle
@Value.Immutable
public interface ErrorStructure {

  /** {@return s², the residual variance of one day's use [(canonical unit)²]} */
  BigDecimal residualVariance();

  /**
   * {@return (XᵀWX)⁻¹ in the order of the coefficients, row by row; empty for a model that keeps
   * none, whose coefficients then count as one level known from all its days}
   */
  List<List<BigDecimal>> inverseGram();

  /** {@return n, the number of observations fitted} */
  int observations();

  /** {@return P, the number of linear coefficients and free change points} */
  int parameters();

  /** {@return ρ, the lag-1 autocorrelation of residuals of consecutive periods} */
  BigDecimal autocorrelation();

  /** {@return n′ = n(1 − ρ)/(1 + ρ), between 1 and n} */
  BigDecimal effectiveObservations();

  /** {@return CV(RMSE) with n − P in its denominator, as a fraction} */
  BigDecimal cvRmse();

  /** {@return the two-sided confidence level of the quantile} */
  BigDecimal confidence();

  /** {@return Student's t for that confidence and n − P degrees of freedom} */
  BigDecimal quantile();

  /**
   * {@return the days of one observation: 1 for daily data, the mean length for billing periods}
   */
  BigDecimal daysPerObservation();

  /** Checks shapes. */
  @Value.Check
  default void check() {
    int size = inverseGram().size();
    if (inverseGram().stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException("inverseGram must be square");
    }
    if (observations() <= parameters()) {
      throw new IllegalArgumentException(
          "observations " + observations() + " must exceed parameters " + parameters());
    }
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ErrorStructure}. */
  final class Builder extends ImmutableErrorStructure.Builder {
    Builder() {}
  }
}
