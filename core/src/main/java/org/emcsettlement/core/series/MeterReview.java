package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;

/**
 * Looks through the readings of one meter in one period: gaps, estimates, corrections, negative
 * values, runs of zeros, spikes, and days that were completed or left out. Nothing is changed.
 */
public final class MeterReview {

  /** A run of zeros shorter than this is no finding [s]. */
  private static final long ZERO_RUN = 24 * Intervals.HOUR;

  /** Up to so many gaps are told one by one, more of them in one finding. */
  private static final int SINGLE_GAPS = 5;

  private static final Rational SPIKE_RANGES = Rational.of(3);

  private final MeterReadings readings;
  private final IntervalSeries series;
  private final Period period;
  private final Place place;
  private final long from;
  private final long until;
  private final int first;
  private final int end;
  private final FindingCollector findings = new FindingCollector();

  private MeterReview(MeterReadings readings, Period period) {
    this.readings = readings;
    this.series = readings.series();
    this.period = period;
    this.place = Place.file(readings.name()).during(period.toString());
    this.from = period.start().atStartOfDay(series.zone()).toEpochSecond();
    this.until = period.end().atStartOfDay(series.zone()).toEpochSecond();
    this.first = series.firstFrom(from);
    this.end = series.firstFrom(until);
  }

  /**
   * Reviews a meter.
   *
   * @param readings its readings
   * @param period the period that is fitted or settled
   * @return what was found, with the period as place
   */
  public static Findings of(MeterReadings readings, Period period) {
    MeterReview review = new MeterReview(readings, period);
    review.gaps();
    review.estimates();
    review.corrections();
    review.negatives();
    review.zeroRuns();
    if (readings.resolution() != Resolution.BILLING) {
      review.days();
    }
    return review.findings.findings();
  }

  /** A run of missing readings. */
  private record Gap(long start, long end, long count) {}

  private void gaps() {
    List<Gap> gaps = new ArrayList<>();
    long step = usualStep();
    long covered = first > 0 ? Math.max(from, series.ends()[first - 1]) : from;
    for (int i = first; i < end; i++) {
      addGap(gaps, covered, series.starts()[i], step);
      if (series.isMissing(i)) {
        addGap(gaps, series.starts()[i], series.ends()[i], step);
      }
      covered = Math.max(covered, series.ends()[i]);
    }
    addGap(gaps, covered, until, step);
    if (gaps.size() <= SINGLE_GAPS) {
      gaps.forEach(gap -> reportGaps(List.of(gap)));
    } else {
      reportGaps(gaps);
    }
  }

  private static void addGap(List<Gap> gaps, long start, long end, long step) {
    if (end <= start) {
      return;
    }
    Gap gap = new Gap(start, end, (end - start + step - 1) / step);
    int last = gaps.size() - 1;
    if (last >= 0 && gaps.get(last).end() == start) {
      Gap before = gaps.remove(last);
      gap = new Gap(before.start(), end, before.count() + gap.count());
    }
    gaps.add(gap);
  }

  private void reportGaps(List<Gap> gaps) {
    findings.add(
        EvidenceFinding.SERIES_GAP,
        place,
        "count",
        gaps.stream().mapToLong(Gap::count).sum(),
        "runs",
        gaps.size(),
        "start",
        Instant.ofEpochSecond(gaps.get(0).start()),
        "end",
        Instant.ofEpochSecond(gaps.get(gaps.size() - 1).end()));
  }

  private long usualStep() {
    return switch (series.resolution()) {
      case HOURLY -> series.ends()[0] - series.starts()[0];
      case DAILY -> 24 * Intervals.HOUR;
      case BILLING -> 31 * 24 * Intervals.HOUR;
    };
  }

  private void estimates() {
    int count = 0;
    Rational estimated = Rational.ZERO;
    Rational total = Rational.ZERO;
    for (int i = first; i < end; i++) {
      total = total.plus(readings.quantity(i).absolute());
      if (series.quality(i).isEstimate()) {
        count++;
        estimated = estimated.plus(readings.quantity(i).absolute());
      }
    }
    if (count > 0) {
      String share =
          total.signum() == 0
              ? "–"
              : estimated
                      .dividedBy(total)
                      .times(Rational.of(100))
                      .round(1, RoundingMode.HALF_UP)
                      .toPlainString()
                  + " %";
      findings.add(EvidenceFinding.METER_ESTIMATED, place, "count", count, "share", share);
    }
  }

  private void corrections() {
    int[] corrected =
        IntStream.range(first, end).filter(i -> series.quality(i) == Quality.CORRECTED).toArray();
    if (corrected.length > 0) {
      Instant start = Instant.ofEpochSecond(series.starts()[corrected[0]]);
      findings.add(
          EvidenceFinding.METER_CORRECTED,
          place,
          "count",
          corrected.length,
          "first",
          start.atZone(series.zone()).toLocalDate());
    }
  }

  private void negatives() {
    int count = 0;
    Optional<Rational> value = Optional.empty();
    for (int i = first; i < end; i++) {
      if (series.unscaled()[i] < 0) {
        count++;
        value = value.isPresent() ? value : Optional.of(readings.quantity(i));
      }
    }
    if (count > 0) {
      findings.add(
          EvidenceFinding.METER_NEGATIVE, place, "count", count, "value", value.orElseThrow());
    }
  }

  private void zeroRuns() {
    int begin = -1;
    for (int i = first; i <= end; i++) {
      boolean zero = i < end && !series.isMissing(i) && series.unscaled()[i] == 0;
      if (zero) {
        begin = begin < 0 ? i : begin;
      } else if (begin >= 0) {
        zeroRun(begin, i - 1);
        begin = -1;
      }
    }
  }

  private void zeroRun(int begin, int last) {
    if (last > begin && series.ends()[last] - series.starts()[begin] > ZERO_RUN) {
      findings.add(
          EvidenceFinding.METER_ZERO_RUN,
          place,
          "count",
          last - begin + 1,
          "start",
          readings.start(begin),
          "end",
          readings.end(last));
    }
  }

  private void days() {
    DailyUse use = DailyUse.of(readings);
    List<LocalDate> left = period.dates().filter(date -> use.on(date).isEmpty()).toList();
    List<LocalDate> counted = use.countedDays(period);
    List<LocalDate> scaled = counted.stream().filter(use::isScaled).toList();
    report(EvidenceFinding.METER_DAY_LEFT_OUT, left);
    report(EvidenceFinding.METER_DAY_SCALED, scaled);
    spikes(use, counted);
  }

  private void report(FindingCode code, List<LocalDate> dates) {
    if (!dates.isEmpty()) {
      findings.add(
          code,
          place,
          "count",
          dates.size(),
          "first",
          dates.get(0),
          "last",
          dates.get(dates.size() - 1));
    }
  }

  /**
   * Days above the median plus three interquartile ranges (CalTRACK 2.3.6): flagged, never removed.
   */
  private void spikes(DailyUse use, List<LocalDate> counted) {
    if (counted.size() < 4) {
      return;
    }
    List<Rational> sorted = new ArrayList<>();
    counted.forEach(date -> sorted.add(use.on(date).orElseThrow()));
    sorted.sort(Comparator.naturalOrder());
    int n = sorted.size();
    Rational range = sorted.get(3 * n / 4).minus(sorted.get(n / 4));
    Rational limit = sorted.get(n / 2).plus(range.times(SPIKE_RANGES));
    List<LocalDate> spikes =
        counted.stream().filter(date -> use.on(date).orElseThrow().compareTo(limit) > 0).toList();
    if (!spikes.isEmpty() && range.signum() > 0) {
      BigDecimal value = use.on(spikes.get(0)).orElseThrow().round(2, RoundingMode.HALF_UP);
      findings.add(
          EvidenceFinding.METER_SPIKE,
          place,
          "count",
          spikes.size(),
          "date",
          spikes.get(0),
          "value",
          value.toPlainString());
    }
  }
}
