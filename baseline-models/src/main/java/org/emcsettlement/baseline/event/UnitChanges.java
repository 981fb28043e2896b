package org.emcsettlement.baseline.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.Period;

/**
 * Finds days on which readings are a known multiple of what they are otherwise: on the logarithm of
 * observed over expected use a change of unit is a step of a known height, whatever the weather.
 */
final class UnitChanges {

  /** Days of little expected use say little about the ratio. */
  private static final double LITTLE_USE = 0.1;

  /** A step must exceed its standard error so many times. */
  private static final double LEAST_STATISTIC = 6;

  /** A smaller ratio for some time is a holiday rather than a unit. */
  private static final double LEAST_TEMPORARY = 50;

  private static final int MOST_CHANGES = 4;

  private final EventDetection settings;
  private final ResidualSeries series;
  private final int[] rows;
  private final double[] logarithms;

  /**
   * Entries {@code from} to {@code to} against all others.
   *
   * @param gain by how much two levels reduce the sum of squares
   */
  private record Stretch(int from, int to, double height, double gain) {}

  UnitChanges(EventDetection settings, ResidualSeries series) {
    this.settings = settings;
    this.series = series;
    double[] observed = series.observed();
    double[] expected = series.expected();
    double little = Math.max(0, LITTLE_USE * series.meanExpected());
    List<Integer> telling = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      if (observed[i] > 0 && expected[i] > little) {
        telling.add(i);
      }
    }
    rows = telling.stream().mapToInt(Integer::intValue).toArray();
    logarithms =
        telling.stream().mapToDouble(i -> StrictMath.log(observed[i] / expected[i])).toArray();
  }

  List<DetectedEvent> events() {
    List<DetectedEvent> events = new ArrayList<>();
    Optional<Stretch> stretch = widest();
    while (stretch.isPresent() && events.size() < MOST_CHANGES) {
      Stretch found = stretch.get();
      for (int k = found.from(); k < found.to(); k++) {
        logarithms[k] -= found.height();
      }
      double statistic = found.height() / standardError(found);
      Optional<UnitRatio> unit = UnitRatio.of(StrictMath.exp(found.height()));
      boolean lasting = found.to() == rows.length;
      if (unit.isEmpty()
          || (!lasting && unit.get().ratio() < LEAST_TEMPORARY)
          || Math.abs(statistic) < LEAST_STATISTIC) {
        break;
      }
      events.add(event(found, statistic, unit.get()));
      stretch = widest();
    }
    events.sort(Comparator.comparing(event -> event.days().start()));
    return List.copyOf(events);
  }

  /** The stretch at the end or inside that differs most from all other entries. */
  private Optional<Stretch> widest() {
    int n = rows.length;
    int shortest = settings.minimumDays();
    double[] sums = new double[n + 1];
    for (int k = 0; k < n; k++) {
      sums[k + 1] = sums[k] + logarithms[k];
    }
    Stretch best = new Stretch(0, 0, 0, 0);
    for (int from = shortest; from <= n - shortest; from++) {
      for (int to = from + shortest; to <= n; to++) {
        if (to == n || to <= n - shortest) {
          double inside = to - from;
          double sum = sums[to] - sums[from];
          double height = sum / inside - (sums[n] - sum) / (n - inside);
          double gain = height * height * inside * (n - inside) / n;
          if (gain > best.gain()) {
            best = new Stretch(from, to, height, gain);
          }
        }
      }
    }
    return best.gain() > 0 ? Optional.of(best) : Optional.empty();
  }

  /** Of the height, from the scatter of the levelled logarithms and their autocorrelation. */
  private double standardError(Stretch stretch) {
    int n = rows.length;
    double mean = 0;
    for (double logarithm : logarithms) {
      mean += logarithm / n;
    }
    double squares = 0;
    double products = 0;
    for (int k = 0; k < n; k++) {
      double deviation = logarithms[k] - mean;
      squares += deviation * deviation;
      products += k == 0 ? 0 : deviation * (logarithms[k - 1] - mean);
    }
    double correlation = squares > 0 ? Math.max(0, Math.min(0.99, products / squares)) : 0;
    double inside = stretch.to() - stretch.from();
    double independent = squares / (n - 2) * (1 / inside + 1 / (n - inside));
    return Math.sqrt(independent * (1 + correlation) / (1 - correlation));
  }

  private DetectedEvent event(Stretch stretch, double statistic, UnitRatio unit) {
    int first = rows[stretch.from()];
    int last = rows[stretch.to() - 1];
    double inside = 0;
    double outside = 0;
    double[] residuals = series.residuals();
    for (int i = 0; i < residuals.length; i++) {
      if (i >= first && i <= last) {
        inside += residuals[i] / (last - first + 1);
      } else {
        outside += residuals[i] / (residuals.length - (last - first + 1));
      }
    }
    double effect = inside - outside;
    boolean before =
        series.reportingStart().filter(start -> !series.date(first).isBefore(start)).isEmpty();
    return new DetectedEvent(
        DetectedEvent.Kind.UNIT_CHANGE,
        Period.of(series.date(first), series.date(last).plusDays(1)),
        before ? DetectedEvent.Within.BASELINE : DetectedEvent.Within.REPORTING,
        effect,
        Math.abs(effect / statistic),
        effect / series.meanExpected(),
        statistic,
        Optional.of(new DetectedEvent.UnitStep(unit, StrictMath.exp(stretch.height()))));
  }
}
