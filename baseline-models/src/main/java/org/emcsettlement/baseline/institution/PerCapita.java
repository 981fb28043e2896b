package org.emcsettlement.baseline.institution;

import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.DayType;
import org.emcsettlement.baseline.model.DayTypeDays;
import org.emcsettlement.baseline.model.DriverDays;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;
import org.emcsettlement.core.series.Occupancy;

/** On which days people use water: how the headcount enters a model. */
enum PerCapita {
  /** Every day alike: those who live in. */
  EVERY_DAY("per person every day"),
  /** On working days alone: those who come and go. */
  WORKING_DAYS("per person on working days"),
  /** Both, more on working days. */
  BOTH("per person every day and on working days");

  /** The name of the column while it is fitted. */
  private static final String PRESENT = "DAYTYPE(WORKDAY)*HEADCOUNT";

  private final String en;

  PerCapita(String en) {
    this.en = en;
  }

  String en() {
    return en;
  }

  /** The ways beside {@link #EVERY_DAY} in which a sample's headcount can enter; it must vary. */
  static List<PerCapita> others(DailySample sample) {
    return sample.drivers().contains(Occupancy.HEADCOUNT) ? List.of(WORKING_DAYS, BOTH) : List.of();
  }

  /** The sample with the headcount of working days instead of, or beside, that of every day. */
  DailySample applied(DailySample sample) {
    int place = sample.drivers().indexOf(Occupancy.HEADCOUNT);
    double[] present = sample.covariates()[place].clone();
    for (int i = 0; i < present.length; i++) {
      present[i] = sample.working()[i] ? present[i] : 0;
    }
    List<String> drivers = new ArrayList<>(sample.drivers());
    List<double[]> columns = new ArrayList<>(List.of(sample.covariates()));
    if (this == WORKING_DAYS) {
      drivers.remove(place);
      columns.remove(place);
    }
    drivers.add(place, PRESENT);
    columns.add(place, present);
    return new DailySample(
        sample.dates(),
        sample.use(),
        drivers,
        columns.toArray(double[][]::new),
        sample.dailyDrivers());
  }

  /** The fit of such a sample with its regressor as files store it. */
  ModelFit named(ModelFit fit) {
    List<Regressor> regressors =
        fit.regressors().stream()
            .map(
                regressor ->
                    regressor.equals(new DriverDays(PRESENT))
                        ? new RegressorProduct(
                            new DayTypeDays(DayType.WORKDAY), new DriverDays(Occupancy.HEADCOUNT))
                        : regressor)
            .toList();
    return fit.withRegressors(regressors, fit.linear());
  }
}
