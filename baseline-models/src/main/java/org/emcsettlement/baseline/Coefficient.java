package org.emcsettlement.baseline;

import java.math.BigDecimal;
import org.emcsettlement.baseline.model.Regressor;

/**
 * One frozen coefficient.
 *
 * @param regressor what it multiplies
 * @param value a decimal of 9 significant digits, or as agreed
 * @param unit use per unit of the regressor, e.g. {@code kWh/(K·d)}
 */
public record Coefficient(Regressor regressor, BigDecimal value, String unit) {}
