package org.emcsettlement.baseline.solve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import org.emcsettlement.core.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * NIST Statistical Reference Datasets, linear least squares: certified coefficients and standard
 * errors, compared as correct significant digits {@code −log10 |computed − certified|/|certified|}.
 *
 * <p>Digits asked for are those reached, rounded down. The polynomials of degree five (Wampler)
 * have a condition number near 1e6 after scaling and coefficients of one against values up to 4e6,
 * which leaves ten of sixteen digits.
 */
class NistReferenceTest {

  @ParameterizedTest
  @CsvSource({
    // set, digits of coefficients, digits of standard errors
    "longley,  11, 12",
    "noint1,   14, 15",
    "noint2,   15, 15",
    "norris,   13, 13",
    "pontius,  13, 13",
    "wampler1,  9,  9",
    "wampler3, 10, 13",
  })
  void reachesCertifiedDigits(String set, double digits, double errorDigits) throws IOException {
    JsonNode problem = problem(set);
    LinearFit fit = fit(problem);
    JsonNode certified = problem.get("certified");
    double variance = fit.sse() / certified.get("residual_degrees_of_freedom").asInt();

    for (int j = 0; j < fit.columns(); j++) {
      JsonNode coefficient = certified.get("coefficients").get(j);
      assertThat(digits(fit.coefficient(j), coefficient.get("estimate_text")))
          .as("%s %s", set, coefficient.get("term").asText())
          .isGreaterThanOrEqualTo(digits);
      assertThat(digits(fit.standardError(j, variance), coefficient.get("std_error_text")))
          .as("%s standard error of %s", set, coefficient.get("term").asText())
          .isGreaterThanOrEqualTo(errorDigits);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "longley, 12",
    "noint1, 14",
    "noint2, 14",
    "norris, 13",
    "pontius, 12",
    "wampler3, 14"
  })
  void reachesCertifiedSumOfSquares(String set, double digits) throws IOException {
    JsonNode problem = problem(set);
    JsonNode certified = problem.get("certified").get("residual_sum_of_squares");
    assertThat(digits(fit(problem).sse(), certified)).isGreaterThanOrEqualTo(digits);
  }

  /** The hardest collinearity among the sets is still far from dependence. */
  @Test
  void acceptsTheCollinearColumnsOfLongley() throws IOException {
    assertThat(ColumnRank.clashes(columns(problem("longley")))).isEmpty();
  }

  /** A certified zero has no relative error: then digits after the point. */
  private static double digits(double computed, JsonNode certified) {
    double expected = Double.parseDouble(certified.asText());
    double error = Math.abs(computed - expected);
    return -Math.log10(expected == 0 ? error : error / Math.abs(expected));
  }

  private static LinearFit fit(JsonNode problem) {
    double[] value = numbers(problem.get("data").get("y"));
    double[] ones = new double[value.length];
    Arrays.fill(ones, 1);
    return LeastSquares.solve(columns(problem), value, ones);
  }

  private static JsonNode problem(String set) throws IOException {
    return new ObjectMapper()
        .readTree(SharedData.folder("nist-strd").resolve(set + ".json").toFile());
  }

  /** One column per term: a constant, powers of the one predictor, or the predictors as given. */
  private static double[][] columns(JsonNode problem) {
    JsonNode terms = problem.get("terms");
    JsonNode rows = problem.get("data").get("x");
    boolean polynomial = rows.get(0).size() == 1;
    int offset = problem.get("intercept").asBoolean() ? 0 : 1;
    double[][] columns = new double[terms.size()][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.length; j++) {
        int power = j + offset;
        columns[j][i] =
            polynomial
                ? StrictMath.pow(rows.get(i).get(0).asDouble(), power)
                : power == 0 ? 1 : rows.get(i).get(power - 1).asDouble();
      }
    }
    return columns;
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }
}
