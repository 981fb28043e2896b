package org.emcsettlement.settlement.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.Coefficient;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.MonthConditions;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** Evaluates a frozen baseline: one fact per regressor sum, one product per coefficient. */
public final class ModelBaseline {

  private final FrozenBaseline frozen;
  private final DailyDrivers drivers;

  /**
   * A frozen baseline with what drives it.
   *
   * @param frozen the baseline
   * @param drivers temperatures, occupancy and calendar
   */
  public ModelBaseline(FrozenBaseline frozen, DailyDrivers drivers) {
    this.frozen = frozen;
    this.drivers = drivers;
  }

  /**
   * The regressor sums over days, one fact each.
   *
   * @param calculator records them
   * @param days days on which all drivers are known
   * @param period the period they belong to, named in the facts
   * @return X_j in the order of the coefficients
   */
  public List<Figure> sums(Calculator calculator, List<LocalDate> days, Period period) {
    List<Figure> sums = new ArrayList<>();
    for (Regressor regressor : frozen.regressors()) {
      BigDecimal sum =
          regressor
              .over(drivers, days)
              .orElseThrow(() -> new IllegalStateException("a driver is unknown in " + period));
      sums.add(
          calculator.fact(
              regressor.toString(), sum, regressor.unit(), source(regressor) + "#" + period));
    }
    return sums;
  }

  private String source(Regressor regressor) {
    List<String> files =
        regressor.drivers().stream()
            .map(
                driver ->
                    driver.equals(Regressor.TEMPERATURE)
                        ? "weather/" + frozen.station().orElse("") + ".csv"
                        : "occupancy.csv")
            .distinct()
            .toList();
    return files.isEmpty() ? "calendar" : String.join("+", files);
  }

  /**
   * What the model predicts.
   *
   * @param calculator records it
   * @param name what the prediction means
   * @param sums the regressor sums
   * @return Σ_j b_j·X_j [canonical unit]
   */
  public Figure predict(Calculator calculator, String name, List<Figure> sums) {
    String unit = frozen.commodity().unit().symbol();
    List<Figure> products = new ArrayList<>();
    for (int j = 0; j < sums.size(); j++) {
      Coefficient coefficient = frozen.coefficients().get(j);
      Figure b =
          calculator.parameter(
              "b[" + coefficient.regressor() + "]", coefficient.value(), coefficient.unit());
      products.add(calculator.times("coefficient-times-sum", unit, b, sums.get(j)));
    }
    return calculator.sum(name, products);
  }

  /**
   * The baseline before adjustment: the model under the conditions that the same calendar month had
   * in the baseline period, per day, times the days of a segment.
   *
   * @param calculator records it
   * @param segment days of one calendar month
   * @return the baseline [canonical unit], absent if the baseline period has no such month
   */
  public Optional<Figure> unadjusted(Calculator calculator, Period segment) {
    int month = segment.start().getMonthValue();
    Optional<MonthConditions> conditions =
        frozen.conditions().stream().filter(c -> c.month() == month && c.days() > 0).findFirst();
    return conditions.map(
        c -> {
          List<Figure> sums = new ArrayList<>();
          for (int j = 0; j < c.sums().size(); j++) {
            Regressor regressor = frozen.regressors().get(j);
            sums.add(
                calculator.fact(
                    regressor.toString(),
                    c.sums().get(j),
                    regressor.unit(),
                    "baselines/" + frozen.id() + ".json#conditions/" + month));
          }
          Figure whole = predict(calculator, "baseline-month", sums);
          Figure days = calculator.days("days", segment);
          Figure baselineDays =
              calculator.fact(
                  "days-of-baseline-month",
                  BigDecimal.valueOf(c.days()),
                  "d",
                  "baselines/" + frozen.id() + ".json#conditions/" + month);
          Figure product = calculator.times("amount-times-days", whole.unit(), whole, days);
          return calculator.over("baseline", whole.unit(), product, baselineDays);
        });
  }
}
