package org.emcsettlement.baseline.hourly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.HourlySample;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.baseline.model.MonthDays;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;

/**
 * {@code caltrack-hourly}: CalTRACK 2.0 hourly methods as eemeter 3 computes them. Twelve fits of
 * time of week and temperature, each on three months with the middle one weighted double.
 *
 * <p>Occupancy by the 65 % rule and temperature bins (30, 45, 55, 65, 75, 90 °F, a bin needs 20
 * hours) are found in each fit, bins separately for occupied and unoccupied hours. {@link
 * #predictor} predicts on temperatures as measured, to the digit of the peer; {@link #fit} hands
 * over the same model on temperatures and endpoints in hundredths of a degree, as they are frozen.
 */
public final class CaltrackHourly {

  /** The name of the form. */
  public static final String FORM = "CALTRACK_HOURLY";

  private CaltrackHourly() {}

  /** What predicts the use of an hour. */
  @FunctionalInterface
  public interface Predictor {

    /**
     * The predicted use.
     *
     * @param month calendar month on the local clock, from 1
     * @param hourOfWeek hour of the week on the local clock, 0 is Monday 00:00–01:00
     * @param celsius mean outdoor temperature of the hour, unrounded [°C]
     * @return use [canonical unit/h], NaN where the baseline has no such month or hour of week
     */
    double use(int month, int hourOfWeek, double celsius);
  }

  /**
   * The peer's predictions.
   *
   * @param sample the hours of the baseline period
   * @return what predicts
   */
  public static Predictor predictor(HourlySample sample) {
    return MonthlyFits.of(sample)::predict;
  }

  /**
   * Fits.
   *
   * @param sample the hours
   * @return the fit; absent with a blocking finding if a month or an hour of the week of a month
   *     was never seen
   */
  public static Checked<ModelFit> fit(HourlySample sample) {
    FindingCollector findings = new FindingCollector();
    MonthlyFits fits = MonthlyFits.of(sample).inHundredths(sample);
    if (!isComplete(fits, findings)) {
      return Checked.failed(findings.findings());
    }
    List<Regressor> regressors = new ArrayList<>();
    List<Double> coefficients = new ArrayList<>();
    for (int month = 1; month <= MonthlyFits.MONTHS; month++) {
      TimeOfWeekTerms terms = TimeOfWeekTerms.fahrenheit(fits.month(month).orElseThrow());
      MonthDays days = new MonthDays(month);
      terms.regressors().forEach(term -> regressors.add(new RegressorProduct(days, term)));
      coefficients.addAll(terms.coefficients());
    }
    double[] residuals = new double[sample.size()];
    for (int i = 0; i < residuals.length; i++) {
      double celsius = Hundredths.round(sample.celsius()[i]);
      residuals[i] =
          sample.use()[i] - fits.predict(sample.month()[i], sample.hourOfWeek()[i], celsius);
    }
    return Checked.of(
        Handover.of(
            FORM,
            regressors,
            Handover.array(coefficients),
            ModelFit.allRows(residuals.length),
            residuals,
            new double[regressors.size()],
            regressors.size(),
            ChangePoints.NONE),
        findings.findings());
  }

  private static boolean isComplete(MonthlyFits fits, FindingCollector findings) {
    List<Integer> unseen = new ArrayList<>();
    boolean complete = true;
    for (int month = 1; month <= MonthlyFits.MONTHS; month++) {
      Optional<TimeOfWeekFit> fit = fits.month(month);
      if (fit.isPresent()) {
        FitReview.openSlopes(fit.get(), "month " + month, findings);
        complete &= !FitReview.unseenHours(fit.get(), "month " + month, findings);
      } else {
        unseen.add(month);
      }
    }
    if (!unseen.isEmpty()) {
      findings.add(
          FitFinding.UNSEEN_MONTHS,
          Place.NOWHERE,
          "months",
          unseen.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    return complete && unseen.isEmpty();
  }
}
