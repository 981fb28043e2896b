package org.emcsettlement.baseline.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.judge.StudentsT;
import org.emcsettlement.baseline.solve.LinearFit;
import org.emcsettlement.core.period.Period;

/**
 * Finds events one by one, in the manner of Chen and Liu (1993): the course with the largest t
 * statistic among all courses is taken as an event, the noise is estimated anew beside it, and the
 * search goes on until none is significant. At the end all events are estimated together, and those
 * that are not significant beside the others are given up.
 */
final class EventSearch {

  /** More events than this in one series are no events but a model that does not fit. */
  private static final int MOST_EVENTS = 12;

  /** A shorter baseline does not show what the noise of a building is [d]. */
  private static final int LEARNING_DAYS = 180;

  private static final int LEAST_FREEDOM = 10;

  private static final double DAYS_PER_YEAR = 365.25;

  private final EventDetection settings;
  private final ResidualSeries series;
  private final List<EventSpan> spans;
  private final long[] day;
  private final double[] value;
  private final double meanUse;

  /** A course with the effect that it would have. */
  private record Scored(EventShape shape, double effect, double statistic) {
    double strength() {
      return Math.abs(statistic);
    }
  }

  EventSearch(EventDetection settings, ResidualSeries series) {
    this.settings = settings;
    this.series = series;
    this.spans = EventSpan.of(series);
    this.day = series.epochDays();
    this.value = series.residuals();
    this.meanUse = series.meanExpected();
  }

  List<DetectedEvent> events() {
    List<EventShape> shapes = new ArrayList<>();
    for (EventSpan span : spans) {
      if (span.rows() >= 3 * settings.minimumDays()) {
        shapes.addAll(
            span.shapes(settings.minimumDays(), settings.shortestDriftDays(), settings.step()));
      }
    }
    if (shapes.isEmpty() || !(meanUse > 0)) {
      return List.of();
    }
    double confidence = confidence(shapes.size());
    List<EventShape> found = new ArrayList<>();
    Optional<EventShape> next = next(shapes, found, confidence);
    while (next.isPresent()) {
      found.add(next.get());
      next = found.size() < MOST_EVENTS ? next(shapes, found, confidence) : Optional.empty();
    }
    return together(found, confidence);
  }

  /** The allowed false alarms of the searched days, shared by all courses. */
  private double confidence(int shapes) {
    double years = series.size() / DAYS_PER_YEAR;
    return 1 - Math.min(0.5, settings.falseAlarmsPerYear() * years) / shapes;
  }

  private double[][] columns(List<EventShape> events) {
    List<double[]> columns = new ArrayList<>();
    spans.forEach(span -> columns.add(span.level(day.length)));
    events.forEach(event -> columns.add(event.column(day)));
    return columns.toArray(double[][]::new);
  }

  private EventSpan spanOf(EventShape shape) {
    return spans.stream().filter(span -> span.to() == shape.end()).findFirst().orElseThrow();
  }

  /** The strongest course, if it is significant with the noise learnt anew beside it. */
  private Optional<EventShape> next(
      List<EventShape> shapes, List<EventShape> found, double confidence) {
    Scoring scoring = new Scoring(columns(found));
    List<EventShape> admitted = apart(shapes, found);
    List<EventShape> near = new ArrayList<>();
    for (DetectedEvent.Kind kind : DetectedEvent.Kind.values()) {
      // bounds between the searched ones may favour another kind
      scoring
          .best(admitted.stream().filter(shape -> shape.kind() == kind).toList())
          .ifPresent(coarse -> near.addAll(around(coarse.shape())));
    }
    return scoring
        .best(apart(near, found))
        .map(Scored::shape)
        .filter(
            best -> {
              List<EventShape> with = new ArrayList<>(found);
              with.add(best);
              return estimates(with).get(found.size()).isEnough(confidence);
            });
  }

  private List<EventShape> around(EventShape shape) {
    boolean drift = shape.kind() == DetectedEvent.Kind.DRIFT;
    int shortest = drift ? settings.shortestDriftDays() : settings.minimumDays();
    return spanOf(shape).around(shape, drift ? 0 : shortest, shortest, settings.step());
  }

  /** The courses whose bounds keep the shortest duration from those of events found before. */
  private List<EventShape> apart(List<EventShape> shapes, List<EventShape> found) {
    return shapes.stream()
        .filter(shape -> found.stream().allMatch(f -> shape.isApart(f, settings.minimumDays())))
        .toList();
  }

  /**
   * How residuals err, learnt from the baseline period if it is long enough: an event of the
   * reporting period must not pass for noise.
   */
  private Noise noise(double[][] columns) {
    int rows = spans.get(0).to();
    if (rows == day.length || rows < LEARNING_DAYS) {
      return Noise.of(ResidualNoise.fit(day, value, columns), value, columns);
    }
    double[][] ordinary =
        Arrays.stream(columns)
            .map(column -> Arrays.copyOf(column, rows))
            .filter(column -> Arrays.stream(column).anyMatch(share -> share != 0))
            .toArray(double[][]::new);
    double[] learnt = Arrays.copyOf(value, rows);
    ResidualNoise noise = ResidualNoise.fit(Arrays.copyOf(day, rows), learnt, ordinary);
    Noise ofBaseline = Noise.of(noise, learnt, ordinary);
    return new Noise(noise.on(day), ofBaseline.variance(), ofBaseline.freedom());
  }

  /**
   * The noise with its σ², and as degrees of freedom the number of independent days that it was
   * learnt from: the variance of a long mean is known no better than that.
   */
  private record Noise(ResidualNoise shape, double variance, int freedom) {
    static Noise of(ResidualNoise shape, double[] value, double[][] columns) {
      double variance = shape.fit(value, columns).sse() / (value.length - columns.length);
      double days = value.length / shape.inflation() - columns.length;
      return new Noise(shape, variance, Math.max(LEAST_FREEDOM, (int) days));
    }
  }

  /** The effect that each course would have beside the columns that are already in the model. */
  private final class Scoring {

    private final ResidualNoise noise;
    private final double[][] white;
    private final double[] residual;
    private final double[][] inverseGram;
    private final double variance;
    private final double[] column = new double[day.length];
    private final double[] filtered = new double[day.length];

    Scoring(double[][] columns) {
      Noise learnt = noise(columns);
      noise = learnt.shape();
      variance = learnt.variance();
      white = Arrays.stream(columns).map(noise::whitened).toArray(double[][]::new);
      LinearFit fit = noise.fit(value, columns);
      residual = fit.residuals();
      inverseGram = fit.inverseGram();
    }

    Optional<Scored> best(List<EventShape> shapes) {
      return shapes.stream()
          .map(this::score)
          .filter(scored -> Math.abs(scored.effect()) >= settings.minimumEffect() * meanUse)
          .max(Comparator.comparingDouble(Scored::strength));
    }

    private Scored score(EventShape shape) {
      int from = shape.from();
      shape.write(day, column);
      noise.whiten(column, from, filtered);
      double product = dot(filtered, residual, from);
      double own = dot(filtered, filtered, from);
      double[] shared = new double[white.length];
      for (int j = 0; j < shared.length; j++) {
        shared[j] = dot(filtered, white[j], from);
      }
      double left = own - quadratic(shared);
      // a course that the model already holds has no effect of its own
      boolean known = left < 1e-9 * own;
      double effect = known ? 0 : product / left;
      return new Scored(shape, effect, known ? 0 : effect / Math.sqrt(variance / left));
    }

    private double quadratic(double[] vector) {
      double sum = 0;
      for (int i = 0; i < vector.length; i++) {
        for (int j = 0; j < vector.length; j++) {
          sum += vector[i] * inverseGram[i][j] * vector[j];
        }
      }
      return sum;
    }
  }

  private static double dot(double[] a, double[] b, int from) {
    double sum = 0;
    for (int i = from; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The effect of a course beside all others. */
  private final class Estimate {
    private final EventShape shape;
    private final double effect;
    private final double error;
    private final int freedom;

    Estimate(EventShape shape, double effect, double error, int freedom) {
      this.shape = shape;
      this.effect = effect;
      this.error = error;
      this.freedom = freedom;
    }

    double strength() {
      return Math.abs(effect / error);
    }

    boolean isEnough(double confidence) {
      return Math.abs(effect) >= settings.minimumEffect() * meanUse
          && strength() >= StudentsT.quantile(confidence, freedom);
    }

    DetectedEvent event() {
      LocalDate end = series.date(shape.to() - 1).plusDays(1);
      return new DetectedEvent(
          shape.kind(),
          Period.of(series.date(shape.from()), end),
          spanOf(shape).within(),
          effect,
          error,
          effect / meanUse,
          effect / error,
          Optional.empty());
    }
  }

  private List<Estimate> estimates(List<EventShape> events) {
    double[][] columns = columns(events);
    Noise noise = noise(columns);
    LinearFit fit = noise.shape().fit(value, columns);
    List<Estimate> estimates = new ArrayList<>();
    for (int k = 0; k < events.size(); k++) {
      int column = spans.size() + k;
      double error = fit.standardError(column, noise.variance());
      estimates.add(new Estimate(events.get(k), fit.coefficient(column), error, noise.freedom()));
    }
    return estimates;
  }

  /** The events that stay significant beside each other. */
  private List<DetectedEvent> together(List<EventShape> found, double confidence) {
    List<EventShape> events = new ArrayList<>(found);
    events.sort(Comparator.comparingInt(EventShape::from).thenComparingInt(EventShape::to));
    while (!events.isEmpty()) {
      List<Estimate> estimates = estimates(events);
      Optional<Estimate> weakest =
          estimates.stream()
              .filter(estimate -> !estimate.isEnough(confidence))
              .min(Comparator.comparingDouble(Estimate::strength));
      if (weakest.isEmpty()) {
        return estimates.stream().map(Estimate::event).toList();
      }
      events.remove(weakest.get().shape);
    }
    return List.of();
  }
}
