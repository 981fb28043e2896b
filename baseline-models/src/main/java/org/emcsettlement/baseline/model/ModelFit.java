package org.emcsettlement.baseline.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.solve.LinearFit;

/**
 * A model that is linear in regressors, as a method hands it over. Arrays are not copied: they
 * belong to the fit from here on.
 *
 * @param form the stable name of the form that was fitted, e.g. {@code 5P}
 * @param regressors the regressors in coefficient order, as they will be frozen: change points
 *     HALF_UP to 0.01 °C
 * @param linear the unrounded coefficients; residuals are observed − fitted use per day, or per
 *     hour; the inverse Gram matrix has no rows where a method keeps none
 * @param rows the rows of the sample that the fit rests on, ascending; those of the residuals
 * @param weight the weight of each of these rows
 * @param precision the prior precision of each coefficient about zero, in units of the weighted
 *     Gram matrix; zero where nothing is shrunk
 * @param parameters P: linear coefficients (effective ones, rounded up, where some are shrunk) and
 *     free change points
 * @param heatingChangePoint the unrounded heating change point [°C], absent if there is none
 * @param coolingChangePoint the unrounded cooling change point [°C], absent if there is none
 * @param rejected what else was tried, each with its reason
 * @param score what it was chosen by, absent if there was no choice
 */
public record ModelFit(
    String form,
    List<Regressor> regressors,
    LinearFit linear,
    int[] rows,
    double[] weight,
    double[] precision,
    int parameters,
    Optional<Double> heatingChangePoint,
    Optional<Double> coolingChangePoint,
    List<Rejection> rejected,
    Optional<Score> score) {

  /**
   * A fit of a method that compares nothing.
   *
   * @param form the stable name of the form
   * @param regressors the regressors in coefficient order
   * @param linear the unrounded coefficients and the residuals
   * @param rows the rows of the sample that the fit rests on
   * @param weight the weight of each of these rows
   * @param precision the prior precision of each coefficient
   * @param parameters P
   * @param heatingChangePoint the unrounded heating change point [°C]
   * @param coolingChangePoint the unrounded cooling change point [°C]
   * @param rejected what else was tried
   */
  public ModelFit(
      String form,
      List<Regressor> regressors,
      LinearFit linear,
      int[] rows,
      double[] weight,
      double[] precision,
      int parameters,
      Optional<Double> heatingChangePoint,
      Optional<Double> coolingChangePoint,
      List<Rejection> rejected) {
    this(
        form,
        regressors,
        linear,
        rows,
        weight,
        precision,
        parameters,
        heatingChangePoint,
        coolingChangePoint,
        rejected,
        Optional.empty());
  }

  /**
   * A fit; lists are copied.
   *
   * @param form the stable name of the form
   * @param regressors the regressors in coefficient order
   * @param linear coefficients and residuals
   * @param rows the rows of the sample that the fit rests on
   * @param weight the weight of each of these rows
   * @param precision the prior precision of each coefficient
   * @param parameters P
   * @param heatingChangePoint the unrounded heating change point [°C]
   * @param coolingChangePoint the unrounded cooling change point [°C]
   * @param rejected what else was tried
   * @param score what it was chosen by
   * @throws IllegalArgumentException if the numbers of regressors, coefficients and precisions, or
   *     of rows and weights, differ
   */
  public ModelFit {
    regressors = List.copyOf(regressors);
    rejected = List.copyOf(rejected);
    if (linear.columns() != regressors.size() || precision.length != regressors.size()) {
      throw new IllegalArgumentException(
          "regressors are "
              + regressors.size()
              + ", coefficients "
              + linear.columns()
              + ", precisions "
              + precision.length
              + "; the numbers must be equal");
    }
    if (linear.rows() != weight.length || linear.rows() != rows.length) {
      throw new IllegalArgumentException(
          "residuals are "
              + linear.rows()
              + ", rows "
              + rows.length
              + ", weights "
              + weight.length
              + "; the numbers must be equal");
    }
  }

  /**
   * The rows of a fit that leaves none out.
   *
   * @param size the number of rows of the sample
   * @return 0 to size − 1
   */
  public static int[] allRows(int size) {
    return IntStream.range(0, size).toArray();
  }

  /**
   * The same fit on other regressors.
   *
   * @param others as many regressors, in coefficient order
   * @param solution their coefficients and residuals
   * @return the fit with these in place of its own
   */
  public ModelFit withRegressors(List<Regressor> others, LinearFit solution) {
    return new ModelFit(
        form,
        others,
        solution,
        rows,
        weight,
        precision,
        parameters,
        heatingChangePoint,
        coolingChangePoint,
        rejected,
        score);
  }

  /** {@return whether any coefficient is shrunk} */
  public boolean isShrunk() {
    return Arrays.stream(precision).anyMatch(value -> value > 0);
  }
}
