package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.emcsettlement.baseline.judge.FitStatistics;
import org.emcsettlement.baseline.judge.StudentsT;
import org.emcsettlement.baseline.solve.LeastSquares;
import org.emcsettlement.baseline.solve.LinearFit;
import org.emcsettlement.core.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Regressions published by VERIFI (Oak Ridge National Laboratory) on its example bills. Bills are
 * turned into calendar months as the publisher does, spread evenly over their days; that is its
 * method, not ours, so it is done here. The tolerance is the agreement stated with each case: b and
 * d differ by the publisher's conversion constants, which scale everything alike.
 */
class PublishedRegressionTest {

  @ParameterizedTest
  @CsvSource({"a, 1e-11", "b, 4e-6", "d, 2e-3"})
  void agreesWithThePublishedRegression(String name, double tolerance) throws IOException {
    JsonNode example =
        new ObjectMapper()
            .readTree(
                SharedData.folder("mv-worked-examples")
                    .resolve("regression-bills-" + name + ".json")
                    .toFile());
    JsonNode published = example.get("published");
    List<String> predictors = new ArrayList<>();
    published.get("coefficients").fieldNames().forEachRemaining(predictors::add);
    JsonNode months = example.get("inputs").get("monthly_predictors");
    double[] use = calendarMonths(example.get("inputs"), months);
    double[][] columns = new double[predictors.size() + 1][use.length];
    Arrays.fill(columns[0], 1);
    for (int j = 0; j < predictors.size(); j++) {
      for (int i = 0; i < use.length; i++) {
        columns[j + 1][i] = months.get(i).get(predictors.get(j)).asDouble();
      }
    }
    double[] ones = columns[0].clone();
    LinearFit fit = LeastSquares.solve(columns, use, ones);
    Percentage close = Percentage.withPercentage(100 * tolerance);
    FitStatistics statistics = statistics(fit, use, ones, predictors.size() + 1);

    assertThat(statistics.r2()).isCloseTo(published.get("r_squared").asDouble(), within(tolerance));
    assertThat(statistics.adjustedR2())
        .isCloseTo(published.get("adjusted_r_squared").asDouble(), within(tolerance));
    assertThat(Math.sqrt(statistics.residualVariance()))
        .isCloseTo(published.get("residual_standard_error").asDouble(), close);
    assertThat(fit.coefficient(0)).isCloseTo(published.get("constant").asDouble(), close);
    int freedom = published.get("residual_df").asInt();
    for (int j = 0; j <= predictors.size(); j++) {
      String term = j == 0 ? "constant" : predictors.get(j - 1);
      double error = fit.standardError(j, statistics.residualVariance());
      double p = StudentsT.twoSidedP(fit.coefficient(j) / error, freedom);
      assertThat(error).isCloseTo(published.get("standard_errors").get(term).asDouble(), close);
      // p is steep in t, where a relative slip grows by the degrees of freedom; the publisher takes
      // it as 1 − cdf, which leaves an absolute error near 1e-16
      double stated = published.get("p_values").get(term).asDouble();
      assertThat(p).isCloseTo(stated, within((freedom + 1) * tolerance * stated + 1e-15));
      if (j > 0) {
        assertThat(fit.coefficient(j))
            .isCloseTo(published.get("coefficients").get(term).asDouble(), close);
      }
    }
  }

  private static FitStatistics statistics(LinearFit fit, double[] use, double[] ones, int terms) {
    LocalDate[] start = new LocalDate[use.length];
    int[] days = new int[use.length];
    for (int i = 0; i < use.length; i++) {
      start[i] = LocalDate.of(2023, 1, 1).plusMonths(i);
      days[i] = start[i].lengthOfMonth();
    }
    return FitStatistics.of(use, ones, fit.residuals(), fit.sse(), terms, start, days);
  }

  /** A bill dated D covers the days after the previous reading up to and including D. */
  private static double[] calendarMonths(JsonNode inputs, JsonNode months) {
    double[] use = new double[months.size()];
    JsonNode bills = inputs.get("meter").get("bills");
    JsonNode conversion = inputs.get("conversion");
    double unit = conversion.get("mmbtu_per_kwh").asDouble(0);
    double factor = (unit == 0 ? 1 : unit) * conversion.get("site_to_source_factor").asDouble();
    for (int b = 1; b < bills.size(); b++) {
      LocalDate first = date(bills.get(b - 1)).plusDays(1);
      LocalDate last = date(bills.get(b));
      double perDay =
          factor
              * bills.get(b).get("use").asDouble()
              / (last.toEpochDay() - first.toEpochDay() + 1);
      for (int i = 0; i < use.length; i++) {
        YearMonth month = YearMonth.parse(months.get(i).get("month").asText());
        long from = Math.max(first.toEpochDay(), month.atDay(1).toEpochDay());
        long to = Math.min(last.toEpochDay(), month.atEndOfMonth().toEpochDay());
        use[i] += perDay * Math.max(0, to - from + 1);
      }
    }
    return use;
  }

  private static LocalDate date(JsonNode bill) {
    return LocalDate.parse(bill.get("reading_date").asText());
  }
}
