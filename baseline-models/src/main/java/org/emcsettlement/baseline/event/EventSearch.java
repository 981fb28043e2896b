package org.emcsettlement.baseline.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.emcsettlement.baseline.judge.StudentsT;
import org.emcsettlement.baseline.solve.LinearFit;
import org.emcsettlement.core.period.Period;

/**
 * Finds events one by one, in the manner of Chen and Liu (1993), by likelihood: the noise is
 * estimated anew beside every course, and compared with the noise that is most likely without it.
 */
final class EventSearch {

  /** More events than this in one series are no events but a model that does not fit. */
  private static final int MOST_EVENTS = 12;

  private static final int LEAST_FREEDOM = 10;

  private static final double DAYS_PER_YEAR = 365.25;

  private final EventDetection settings;
  private final ResidualSeries series;
  private final List<EventSpan> spans;
  private final long[] day;
  private final double[] value;
  private final double meanUse;
  private final double least;
  private final List<ResidualNoise> noises;
  private final List<CourseScan> scans = new ArrayList<>();
  private final List<EventShape> shapes = new ArrayList<>();

  EventSearch(EventDetection settings, ResidualSeries series) {
    this.settings = settings;
    this.series = series;
    this.spans = EventSpan.of(series);
    this.day = series.epochDays();
    this.value = series.residuals();
    this.meanUse = series.meanExpected();
    this.least = settings.minimumEffect() * meanUse;
    this.noises = ResidualNoise.grid(day);
  }

  List<DetectedEvent> events() {
    if (!(meanUse > 0)) {
      return List.of();
    }
    List<ResidualNoise> coarse = ResidualNoise.coarseGrid(day);
    for (EventSpan span : spans) {
      if (span.rows() >= 3 * settings.minimumDays()) {
        List<EventShape> within =
            span.shapes(settings.minimumDays(), settings.shortestDriftDays(), settings.step());
        shapes.addAll(within);
        scans.add(new CourseScan(coarse, day, span, within));
      }
    }
    List<EventShape> found = new ArrayList<>();
    Optional<Judged> next = next(found);
    while (next.filter(Judged::isEnough).isPresent()) {
      found.add(next.get().shape());
      next = found.size() < MOST_EVENTS ? next(found) : Optional.empty();
    }
    return together(found);
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

  /** The most likely course beside those found; of kinds the one whose choice says least. */
  private Optional<Judged> next(List<EventShape> found) {
    double[][] columns = columns(found);
    List<WhitenedModel> models = models(columns);
    return scans.stream()
        .flatMap(scan -> refined(scan, columns, found))
        .map(shape -> judge(shape, models))
        .min(Comparator.comparingDouble(Judged::description));
  }

  /** A model under every noise. */
  private List<WhitenedModel> models(double[][] columns) {
    return noises.stream().map(noise -> noise.around(value, columns)).toList();
  }

  /**
   * The most likely course of every kind, its bounds searched day by day. Under strong slow noise a
   * bound that is off by days explains nothing, so that every noise has its own courses refined.
   */
  private Stream<EventShape> refined(CourseScan scan, double[][] columns, List<EventShape> found) {
    Map<DetectedEvent.Kind, CourseScan.Best> refined = new EnumMap<>(DetectedEvent.Kind.class);
    for (CourseScan.Best coarse : scan.best(value, columns, s -> isApart(s, found), least)) {
      EventSpan span = spanOf(coarse.shape());
      new CourseScan(List.of(coarse.noise()), day, span, around(coarse.shape()))
          .best(value, columns, s -> isApart(s, found), least)
          .forEach(
              best ->
                  refined.merge(
                      best.shape().kind(),
                      best,
                      (one, other) -> other.deviance() < one.deviance() ? other : one));
    }
    return refined.values().stream().map(CourseScan.Best::shape);
  }

  private List<EventShape> around(EventShape shape) {
    boolean drift = shape.kind() == DetectedEvent.Kind.DRIFT;
    int shortest = drift ? settings.shortestDriftDays() : settings.minimumDays();
    return spanOf(shape).around(shape, drift ? 0 : shortest, shortest, settings.step());
  }

  /** Whether the bounds keep the shortest duration from those of events found before. */
  private boolean isApart(EventShape shape, List<EventShape> found) {
    return found.stream().allMatch(f -> shape.isApart(f, settings.minimumDays()));
  }

  /**
   * What speaks for a course.
   *
   * @param statistic the t statistic that it would have in independent days for as much likelihood
   * @param quantile what the statistic must reach
   * @param description the deviance with it, and the choice among the courses of its kind
   */
  private record Judged(EventShape shape, double statistic, double quantile, double description) {
    boolean isEnough() {
      return statistic >= quantile;
    }

    double margin() {
      return statistic / quantile;
    }
  }

  /** Judges a course beside a model, of which the most likely noise is taken with and without. */
  private Judged judge(EventShape shape, List<WhitenedModel> models) {
    double[] column = shape.column(day);
    WhitenedModel with =
        WhitenedModel.mostLikely(models.stream().map(model -> model.with(column)).toList());
    double without = WhitenedModel.mostLikely(models).deviance();
    double likelihood = Math.max(0, without - with.deviance());
    int rows = day.length;
    double statistic = Math.sqrt((rows - with.columns()) * StrictMath.expm1(likelihood / rows));
    long ofKind = shapes.stream().filter(other -> other.kind() == shape.kind()).count();
    int freedom = Math.max(LEAST_FREEDOM, (int) with.freedom());
    return new Judged(
        shape,
        statistic,
        StudentsT.quantile(confidence(ofKind), freedom),
        with.deviance() + 2 * StrictMath.log((double) ofKind));
  }

  /** The allowed false alarms of the searched days, shared by three kinds and their courses. */
  private double confidence(long courses) {
    double years = series.size() / DAYS_PER_YEAR;
    return 1 - Math.min(0.5, settings.falseAlarmsPerYear() * years) / 3 / courses;
  }

  /** The events that stay significant and large enough beside each other. */
  private List<DetectedEvent> together(List<EventShape> found) {
    List<EventShape> events = new ArrayList<>(found);
    events.sort(Comparator.comparingInt(EventShape::from).thenComparingInt(EventShape::to));
    Optional<Judged> weakest = weakest(events);
    while (weakest.isPresent()) {
      events.remove(weakest.get().shape());
      weakest = weakest(events);
    }
    List<DetectedEvent> described = described(events);
    for (int k = 0; k < events.size(); k++) {
      if (Math.abs(described.get(k).effectPerDay()) < least) {
        events.remove(k);
        return together(events);
      }
    }
    return described;
  }

  private Optional<Judged> weakest(List<EventShape> events) {
    if (events.size() < 2) {
      return Optional.empty();
    }
    return events.stream()
        .map(
            event -> {
              List<EventShape> others = events.stream().filter(e -> !e.equals(event)).toList();
              return judge(event, models(columns(others)));
            })
        .filter(judged -> !judged.isEnough())
        .min(Comparator.comparingDouble(Judged::margin));
  }

  private List<DetectedEvent> described(List<EventShape> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    double[][] columns = columns(events);
    LinearFit fit = ResidualNoise.mostLikely(noises, value, columns).fit(value, columns);
    double variance = fit.sse() / (day.length - columns.length);
    List<DetectedEvent> described = new ArrayList<>();
    for (int k = 0; k < events.size(); k++) {
      EventShape shape = events.get(k);
      double effect = fit.coefficient(spans.size() + k);
      double error = fit.standardError(spans.size() + k, variance);
      LocalDate end = series.date(shape.to() - 1).plusDays(1);
      described.add(
          new DetectedEvent(
              shape.kind(),
              Period.of(series.date(shape.from()), end),
              spanOf(shape).within(),
              effect,
              error,
              effect / meanUse,
              effect / error,
              Optional.empty()));
    }
    return described;
  }
}
