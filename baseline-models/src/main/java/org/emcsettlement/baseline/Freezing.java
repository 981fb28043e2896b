package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.judge.FitStatistics;
import org.emcsettlement.baseline.judge.Significant;
import org.emcsettlement.baseline.judge.StudentsT;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.solve.LinearFit;
import org.emcsettlement.baseline.solve.ShrunkLeastSquares;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.Resolution;

/** Turns a fit into decimals: refits at rounded change points, rounds once, keeps the errors. */
final class Freezing {

  private final Baseline baseline;
  private final Observations observations;
  private final ModelFit fit;
  private final List<Regressor> regressors;

  Freezing(Baseline baseline) {
    this.baseline = baseline;
    this.observations = baseline.observations();
    this.fit = baseline.fit();
    this.regressors = fit.regressors();
  }

  static BigDecimal changePoint(double celsius) {
    return BigDecimal.valueOf(celsius).setScale(2, RoundingMode.HALF_UP);
  }

  FrozenBaseline freeze(String id, Optional<String> station) {
    LinearFit refit = refit();
    FitStatistics statistics = judge(refit);
    List<Coefficient> coefficients = new ArrayList<>();
    for (int j = 0; j < regressors.size(); j++) {
      coefficients.add(
          new Coefficient(
              regressors.get(j),
              Significant.of(refit.coefficient(j), Significant.COEFFICIENT),
              Units.of(observations.commodity(), regressors.get(j))));
    }
    FormulaText formula = new FormulaText(observations.commodity(), coefficients);
    return FrozenBaseline.builder()
        .id(id)
        .commodity(observations.commodity())
        .form(baseline.method())
        .resolution(observations.resolution())
        .period(observations.period())
        .station(observations.hasTemperature() ? station : Optional.empty())
        .workCalendar(observations.drivers().calendar().name())
        .coefficients(coefficients)
        .validity(validity())
        .conditions(conditions())
        .errors(errors(refit, statistics))
        .statistics(statistics(statistics))
        .formulaZh(formula.zh())
        .formulaEn(formula.en())
        .inputs(observations.inputs())
        .build();
  }

  /**
   * Least squares on the exact daily means of the frozen regressors; hourly fits stay as they are.
   */
  private LinearFit refit() {
    if (observations.resolution() == Resolution.HOURLY) {
      return fit.linear();
    }
    List<Observations.Row> rows = observations.rows();
    double[][] columns = new double[regressors.size()][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      List<LocalDate> days = rows.get(i).period().dates().toList();
      for (int j = 0; j < columns.length; j++) {
        BigDecimal sum = regressors.get(j).over(observations.drivers(), days).orElseThrow();
        columns[j][i] = sum.doubleValue() / days.size();
      }
    }
    return ShrunkLeastSquares.solve(columns, observations.use(), fit.weight(), fit.precision());
  }

  private FitStatistics judge(LinearFit refit) {
    return observations.judge(fit.withRegressors(regressors, refit));
  }

  private List<ValidityRange> validity() {
    List<ValidityRange> ranges = new ArrayList<>();
    List<String> drivers = new ArrayList<>();
    for (Regressor regressor : regressors) {
      regressor.drivers().stream()
          .filter(driver -> !drivers.contains(driver))
          .forEach(drivers::add);
    }
    for (String driver : drivers) {
      ValidityRange.seen(driver, observations.drivers(), observations.dates())
          .ifPresent(ranges::add);
    }
    return ranges;
  }

  /** Regressor sums by calendar month over all days of the period whose drivers are known. */
  private List<MonthConditions> conditions() {
    DailyDrivers drivers = observations.drivers();
    int[] days = new int[13];
    BigDecimal[][] sums = new BigDecimal[13][regressors.size()];
    for (LocalDate date : observations.period().dates().toList()) {
      List<BigDecimal> values = new ArrayList<>();
      for (Regressor regressor : regressors) {
        regressor.on(drivers, date).ifPresent(values::add);
      }
      if (values.size() == regressors.size()) {
        int month = date.getMonthValue();
        days[month]++;
        for (int j = 0; j < values.size(); j++) {
          BigDecimal before = sums[month][j];
          sums[month][j] = before == null ? values.get(j) : before.add(values.get(j));
        }
      }
    }
    List<MonthConditions> conditions = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      if (days[month] > 0) {
        conditions.add(new MonthConditions(month, days[month], List.of(sums[month])));
      }
    }
    return conditions;
  }

  private Optional<ErrorStructure> errors(LinearFit refit, FitStatistics fitted) {
    FitStatistics statistics =
        observations.resolution() == Resolution.HOURLY
            ? observations.judgeByDay(refit.residuals(), fit.parameters())
            : fitted;
    int freedom = statistics.observations() - statistics.parameters();
    if (freedom < 1 || !(statistics.mean() > 0)) {
      return Optional.empty();
    }
    List<List<BigDecimal>> inverseGram = new ArrayList<>();
    for (double[] row : refit.inverseGram()) {
      List<BigDecimal> decimals = new ArrayList<>();
      for (double entry : row) {
        decimals.add(Significant.of(entry, Significant.ERROR));
      }
      inverseGram.add(decimals);
    }
    double quantile = StudentsT.quantile(baseline.confidence().doubleValue(), freedom);
    double daysPerObservation = (double) observations.days() / statistics.observations();
    return Optional.of(
        ErrorStructure.builder()
            .residualVariance(Significant.of(statistics.residualVariance(), Significant.ERROR))
            .inverseGram(inverseGram)
            .observations(statistics.observations())
            .parameters(statistics.parameters())
            .autocorrelation(Significant.of(statistics.lag1Autocorrelation(), Significant.ERROR))
            .effectiveObservations(
                Significant.of(statistics.effectiveObservations(), Significant.ERROR))
            .cvRmse(Significant.of(statistics.cvRmse(), Significant.ERROR))
            .confidence(baseline.confidence())
            .quantile(Significant.of(quantile, Significant.ERROR))
            .daysPerObservation(Significant.of(daysPerObservation, Significant.ERROR))
            .build());
  }

  private Map<String, BigDecimal> statistics(FitStatistics frozen) {
    Map<String, BigDecimal> named = new LinkedHashMap<>(baseline.statisticsByName());
    named.remove("minAbsT");
    named.put("sumOfSquaredErrorsFrozen", Significant.of(frozen.sse(), Significant.STATISTIC));
    return named;
  }
}
