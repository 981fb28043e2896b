package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.quantity.Rational;
import org.immutables.value.Value;

/**
 * An interval around a savings quantity, named by its method. It covers regression error, and what
 * non-routine adjustments state of their uncertainty.
 */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableInterval.class)
public interface Interval {

  /** {@return REGRESSION or ASHRAE_14} */
  String method();

  /** {@return the two-sided confidence level} */
  BigDecimal confidence();

  /** {@return the half-width [unit of the quantity]} */
  BigDecimal halfWidth();

  /**
   * The part of non-routine adjustments: with the part U_r of regression, the half-width is √(U_r²
   * + U_a²).
   *
   * @return U_a at the same confidence [unit of the quantity], absent if no adjustment states its
   *     uncertainty
   */
  Optional<BigDecimal> adjustmentHalfWidth();

  /** {@return the lower limit [unit of the quantity]} */
  Rational lower();

  /** {@return the upper limit [unit of the quantity]} */
  Rational upper();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Interval}. */
  final class Builder extends ImmutableInterval.Builder {
    Builder() {}
  }
}
