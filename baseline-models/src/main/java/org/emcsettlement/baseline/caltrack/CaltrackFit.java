package org.emcsettlement.baseline.caltrack;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;

/** A usage-per-day fit: the chosen model and what became of every other candidate. Immutable. */
public final class CaltrackFit {

  /** Rows below which not even a constant has a residual. */
  private static final int FEWEST_ROWS = 2;

  private final CaltrackSample sample;
  private final CaltrackMethod method;
  private final CaltrackModel model;
  private final Map<CaltrackType, CaltrackModel> bestByType;
  private final Map<CaltrackType, CandidateCounts> counts;

  private CaltrackFit(
      CaltrackSample sample,
      CaltrackMethod method,
      CaltrackModel model,
      Map<CaltrackType, CaltrackModel> bestByType,
      Map<CaltrackType, CandidateCounts> counts) {
    this.sample = sample;
    this.method = method;
    this.model = model;
    this.bestByType = bestByType;
    this.counts = counts;
  }

  /**
   * Fits every candidate and chooses one.
   *
   * @param sample use and temperatures of the baseline period; incomplete rows are left out
   * @param method the method
   * @return the fit; absent with a blocking finding if there are fewer than two complete rows or
   *     every candidate has a negative coefficient
   */
  public static Checked<CaltrackFit> of(CaltrackSample sample, CaltrackMethod method) {
    FitRows rows = new FitRows(sample, method.weighted());
    if (rows.size < FEWEST_ROWS) {
      return failed(
          Finding.of(FitFinding.TOO_FEW, Place.NOWHERE, "count", rows.size, "needed", FEWEST_ROWS));
    }
    CandidateSearch search = new CandidateSearch(rows, method);
    Map<CaltrackType, CaltrackModel> best = new Selection(rows, search).bestByType();
    Optional<CaltrackModel> chosen = Selection.first(best.values());
    return chosen
        .map(
            model ->
                Checked.of(
                    new CaltrackFit(sample, method, model, best, search.counts()), Findings.none()))
        .orElseGet(
            () ->
                failed(
                    Finding.of(
                        FitFinding.NO_CANDIDATE,
                        Place.NOWHERE,
                        "reasons",
                        search.counts().toString())));
  }

  private static Checked<CaltrackFit> failed(Finding finding) {
    return Checked.failed(Findings.of(List.of(finding)));
  }

  /** {@return the chosen model} */
  public CaltrackModel model() {
    return model;
  }

  /** {@return the method it was fitted by} */
  public CaltrackMethod method() {
    return method;
  }

  /** {@return the best qualified candidate of every type that has one} */
  public Map<CaltrackType, CaltrackModel> bestByType() {
    return Collections.unmodifiableMap(bestByType);
  }

  /** {@return what became of the candidates, by type} */
  public Map<CaltrackType, CandidateCounts> counts() {
    return Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /** {@return the sample it was fitted to} */
  public CaltrackSample sample() {
    return sample;
  }

  /**
   * Statistics of use per day, rows of different length alike.
   *
   * @param confidence two-sided confidence level, between 0 and 1
   * @return the statistics
   */
  public CaltrackMetrics metricsPerDay(double confidence) {
    int[] rows = sample.completeRows();
    double[] observed = new double[rows.length];
    double[] predicted = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      observed[i] = sample.use(rows[i]) / sample.days(rows[i]);
      predicted[i] = model.usePerDay(sample.means(rows[i]));
    }
    return CaltrackMetrics.of(observed, predicted, model.type().slopes(), confidence);
  }

  /**
   * Statistics of use per row, from which the error bands of savings are made.
   *
   * @param confidence two-sided confidence level, between 0 and 1
   * @return the statistics
   */
  public CaltrackMetrics metricsOfTotals(double confidence) {
    int[] rows = sample.completeRows();
    double[] observed = new double[rows.length];
    double[] predicted = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      observed[i] = sample.use(rows[i]);
      predicted[i] = model.usePerDay(sample.means(rows[i])) * sample.days(rows[i]);
    }
    return CaltrackMetrics.of(observed, predicted, model.type().slopes(), confidence);
  }

  /**
   * The fit as a baseline takes it: in degrees Celsius, one row for every complete row of the
   * sample.
   *
   * @return the model with its rejected types
   */
  public ModelFit toModelFit() {
    return new FitHandover(this).modelFit();
  }
}
