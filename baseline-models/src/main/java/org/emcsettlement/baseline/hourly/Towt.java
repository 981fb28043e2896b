package org.emcsettlement.baseline.hourly;

import java.util.Arrays;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.Fahrenheit;
import org.emcsettlement.baseline.model.HourlySample;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;

/**
 * {@code towt}: time of week and temperature in the manner of LBNL, one fit for the whole period.
 *
 * <p>A level per hour of the week and a continuous piecewise linear response to temperature, with
 * slopes of their own in occupied and in unoccupied hours. Six temperature bins hold equal numbers
 * of hours; an outer knot with fewer than 20 hours beyond it is dropped. Occupied are the hours of
 * the week in which use exceeds a plain heating (below 10 °C) and cooling (above 18.33 °C) model
 * more than 65 % of the time. Temperatures are taken in hundredths of a degree, as they are frozen.
 */
public final class Towt {

  /** The name of the form. */
  public static final String FORM = "TOWT";

  private static final int BINS = 6;
  private static final int LEAST_HOURS = 20;
  private static final double HEATING_BELOW = Fahrenheit.celsius(50);
  private static final double COOLING_ABOVE = Fahrenheit.celsius(65);

  private Towt() {}

  /**
   * Fits.
   *
   * @param sample the hours
   * @return the fit; absent with a blocking finding if an hour of the week was never seen or there
   *     are no more hours than coefficients
   */
  public static Checked<ModelFit> fit(HourlySample sample) {
    FindingCollector findings = new FindingCollector();
    TimeOfWeekFit fit = timeOfWeek(sample);
    TimeOfWeekTerms terms = TimeOfWeekTerms.celsius(fit);
    int parameters = terms.regressors().size();
    if (sample.size() <= parameters) {
      findings.add(
          FitFinding.TOO_FEW, Place.NOWHERE, "count", sample.size(), "needed", parameters + 1);
      return Checked.failed(findings.findings());
    }
    FitReview.openSlopes(fit, "", findings);
    if (FitReview.unseenHours(fit, "", findings)) {
      return Checked.failed(findings.findings());
    }
    double[] residuals = new double[sample.size()];
    for (int i = 0; i < residuals.length; i++) {
      double celsius = Hundredths.round(sample.celsius()[i]);
      residuals[i] = sample.use()[i] - fit.predict(sample.hourOfWeek()[i], celsius);
    }
    return Checked.of(
        Handover.of(
            FORM,
            terms.regressors(),
            Handover.array(terms.coefficients()),
            ModelFit.allRows(residuals.length),
            residuals,
            new double[parameters],
            parameters,
            ChangePoints.NONE),
        findings.findings());
  }

  static TimeOfWeekFit timeOfWeek(HourlySample sample) {
    double[] celsius = Arrays.stream(sample.celsius()).map(Hundredths::round).toArray();
    double[] weight = new double[celsius.length];
    Arrays.fill(weight, 1);
    HourRows rows = new HourRows(sample.hourOfWeek(), sample.use(), celsius, weight);
    boolean[] occupied = OccupiedHours.of(rows, HEATING_BELOW, COOLING_ABOVE);
    TemperatureBins bins = TemperatureBins.equallyFilled(BINS, celsius, LEAST_HOURS);
    return new TimeOfWeekFit(rows, occupied, bins, bins);
  }
}
