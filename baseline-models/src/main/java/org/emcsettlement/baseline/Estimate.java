package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.baseline.model.Regressor;

/**
 * One fitted coefficient. Standard error, t and p are conditional on the form and its change
 * points.
 *
 * @param regressor what it multiplies, change points rounded to 0.01 °C
 * @param value the estimate
 * @param unit use per unit of the regressor
 * @param standardError its standard error, absent if the method keeps none
 * @param t value ÷ standard error, 6 significant digits; absent without a positive standard error
 * @param p the two-sided p value with n − P degrees of freedom, 6 significant digits; absent where
 *     the standard error is 0
 */
public record Estimate(
    Regressor regressor,
    double value,
    String unit,
    Optional<Double> standardError,
    Optional<BigDecimal> t,
    Optional<BigDecimal> p) {}
