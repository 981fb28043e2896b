package org.emcsettlement.baseline.institution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.model.DegreesAbove;
import org.emcsettlement.baseline.model.DegreesBelow;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;
import org.emcsettlement.baseline.model.TemperatureDays;

/**
 * How use answers to temperature: not at all, along a line, or beyond one or two change points.
 *
 * @param line whether it is a line
 * @param heating the heating change point as searched [°C]
 * @param cooling the cooling change point as searched [°C]
 */
record TemperatureResponse(boolean line, Optional<Double> heating, Optional<Double> cooling) {

  static final TemperatureResponse NONE =
      new TemperatureResponse(false, Optional.empty(), Optional.empty());

  int changePoints() {
    return (heating.isPresent() ? 1 : 0) + (cooling.isPresent() ? 1 : 0);
  }

  /** A change point as it will be frozen, in hundredths. */
  static int hundredths(double celsius) {
    return BigDecimal.valueOf(celsius)
        .setScale(2, RoundingMode.HALF_UP)
        .unscaledValue()
        .intValueExact();
  }

  List<Term> terms(DayRows rows) {
    List<Term> terms = new ArrayList<>();
    if (line) {
      terms.add(Term.free(new TemperatureDays(rows.lag()), rows.temperature(), Term.Role.CORE));
    }
    heating.ifPresent(
        at ->
            terms.add(
                Term.free(
                    new DegreesBelow(decimal(at), rows.lag()),
                    beyond(rows, hundredths(at), 1),
                    Term.Role.CORE)));
    cooling.ifPresent(
        at ->
            terms.add(
                Term.free(
                    new DegreesAbove(decimal(at), rows.lag()),
                    beyond(rows, hundredths(at), -1),
                    Term.Role.CORE)));
    return terms;
  }

  /** The same response on days of rest alone: how much it differs there. */
  List<Term> restTerms(DayRows rows) {
    List<Term> terms = new ArrayList<>();
    for (Term term : terms(rows)) {
      double[] values = term.values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] = rows.working()[i] ? 0 : values[i];
      }
      Regressor product = new RegressorProduct(DayTypeTerms.rest(), term.regressor());
      terms.add(Term.free(product, values, Term.Role.REST_SLOPE));
    }
    return terms;
  }

  private static BigDecimal decimal(double celsius) {
    return BigDecimal.valueOf(hundredths(celsius), 2);
  }

  /** Degrees below a change point, or above it with a negative sign. */
  static double[] beyond(DayRows rows, int changePoint, int sign) {
    double[] degrees = new double[rows.size()];
    for (int i = 0; i < degrees.length; i++) {
      degrees[i] = Math.max(0, sign * (changePoint - rows.celsius()[i])) / DayRows.HUNDREDTHS;
    }
    return degrees;
  }
}
