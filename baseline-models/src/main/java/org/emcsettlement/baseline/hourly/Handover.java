package org.emcsettlement.baseline.hourly;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.solve.LinearFit;

/** How the fits of this package are handed over. */
final class Handover {

  private Handover() {}

  /**
   * A fit of unweighted hours. The inverse Gram matrix is not kept: the errors of an hourly
   * baseline come from its daily sums.
   *
   * @param rows the rows of the sample that it rests on
   * @param residuals use less fitted use of these rows
   */
  static ModelFit of(
      String form,
      List<Regressor> regressors,
      double[] coefficients,
      int[] rows,
      double[] residuals,
      double[] precision,
      int parameters,
      ChangePoints changePoints) {
    double[] weight = new double[rows.length];
    Arrays.fill(weight, 1);
    double sse = 0;
    for (double residual : residuals) {
      sse += residual * residual;
    }
    return new ModelFit(
        form,
        regressors,
        new LinearFit(coefficients, residuals, sse, new double[0][]),
        rows,
        weight,
        precision,
        parameters,
        boxed(changePoints.heating()),
        boxed(changePoints.cooling()),
        List.of());
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
