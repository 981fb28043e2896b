package org.emcsettlement.baseline.savings;

import java.util.List;
import org.emcsettlement.core.quantity.Rational;

/**
 * The conditions that a model is evaluated under.
 *
 * @param sums the exact regressor sums in the order of the model's coefficients
 * @param days the days summed over [d]
 */
public record Conditions(List<Rational> sums, int days) {}
