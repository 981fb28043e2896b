package org.emcsettlement.baseline;

import java.math.BigDecimal;
import org.emcsettlement.baseline.model.Regressor;

/**
 * One fitted coefficient. Standard error, t and p are conditional on the form and its change
 * points.
 *
 * @param regressor what it multiplies, change points rounded to 0.01 °C
 * @param value the estimate
 * @param unit use per unit of the regressor
 * @param standardError its standard error
 * @param t value ÷ standard error, 6 significant digits
 * @param p the two-sided p value with n − P degrees of freedom, 6 significant digits
 */
public record Estimate(
    Regressor regressor,
    double value,
    String unit,
    double standardError,
    BigDecimal t,
    BigDecimal p) {}
