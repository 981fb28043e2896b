package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;

/**
 * The rule {@value #NAME}: zeros in the electricity of a building that always draws some power are
 * readings that were lost and stored as 0, and count as missing. Some data systems write 0 where
 * nothing was read; taken at its word such a zero is a saving that nobody made.
 *
 * <p>The rule looks at one period of a meter read by the hour or oftener. The base load is the
 * first percentile of the readings other than zero. Zeros count as missing where all of this holds:
 *
 * <ul>
 *   <li>less than a fifth of the readings are zero: a circuit that is off every night is really off
 *   <li>the base load is at least a tenth of the median: export from solar panels or a plant that
 *       is shut down leaves low readings too
 *   <li>the base load is at least five steps of the meter, the step being the greatest common
 *       divisor of its readings: a meter of whole kWh shows honest zeros at 0.3 kWh an hour
 *   <li>the readings next to the run of zeros are at least half the base load: a load that fades
 *       away leaves smaller ones
 * </ul>
 *
 * <p>It serves fits and studies, never a settlement, which takes readings as they are billed. What
 * it changes is a finding; a building that was really off, or a power cut, is left out then, not
 * counted as saved.
 */
public final class FalseZeros {

  /** The stable name of the rule. */
  public static final String NAME = "false-zeros";

  private static final int MOST_ZEROS = 5;
  private static final int PERCENTILE = 100;
  private static final int MEDIAN_PER_BASE = 10;
  private static final int LEAST_STEPS = 5;

  private final IntervalSeries series;
  private final int first;
  private final int end;
  private final long[] positive;
  private final int zeros;

  private FalseZeros(IntervalSeries series, Period period) {
    this.series = series;
    this.first = series.firstFrom(period.start().atStartOfDay(series.zone()).toEpochSecond());
    this.end = series.firstFrom(period.end().atStartOfDay(series.zone()).toEpochSecond());
    long[] values = new long[end - first];
    int size = 0;
    int none = 0;
    for (int i = first; i < end; i++) {
      if (isZero(i)) {
        none++;
      } else if (!series.isMissing(i)) {
        values[size++] = series.unscaled()[i];
      }
    }
    this.positive = Arrays.copyOf(values, size);
    Arrays.sort(positive);
    this.zeros = none;
  }

  /**
   * Applies the rule to several periods, to each by its own readings.
   *
   * @param readings the readings of a meter
   * @param periods the periods; other readings stay as they are
   * @return the readings with false zeros counted as missing, and a finding for each period that
   *     has any
   */
  public static Checked<MeterReadings> in(MeterReadings readings, List<Period> periods) {
    MeterReadings changed = readings;
    Findings findings = Findings.none();
    for (Period period : periods) {
      Checked<MeterReadings> checked = in(changed, period);
      changed = checked.orThrow();
      findings = findings.plus(checked.findings());
    }
    return Checked.of(changed, findings);
  }

  /**
   * Applies the rule to the readings of a period.
   *
   * @param readings the readings of a meter
   * @param period the period; other readings stay as they are
   * @return the readings with false zeros counted as missing, and a finding if there are any
   */
  public static Checked<MeterReadings> in(MeterReadings readings, Period period) {
    if (readings.commodity() != Commodity.ELECTRICITY
        || readings.resolution() != Resolution.HOURLY) {
      return Checked.of(readings, Findings.none());
    }
    FalseZeros rule = new FalseZeros(readings.series(), period);
    BitSet missing = rule.isMeterWithBaseLoad() ? rule.abruptRuns() : new BitSet();
    if (missing.isEmpty()) {
      return Checked.of(readings, Findings.none());
    }
    FindingCollector findings = new FindingCollector();
    findings.add(
        EvidenceFinding.METER_FALSE_ZEROS,
        Place.file(readings.name()).during(period.toString()),
        "count",
        missing.cardinality(),
        "first",
        Instant.ofEpochSecond(readings.series().starts()[missing.nextSetBit(0)]),
        "last",
        Instant.ofEpochSecond(readings.series().starts()[missing.length() - 1]),
        "base",
        BigDecimal.valueOf(rule.base(), readings.series().scale())
            .stripTrailingZeros()
            .toPlainString(),
        "unit",
        readings.commodity().unit().symbol(),
        "rule",
        NAME);
    return Checked.of(readings.without(missing), findings.findings());
  }

  private boolean isZero(int i) {
    return !series.isMissing(i) && series.unscaled()[i] == 0;
  }

  private long base() {
    return positive[positive.length / PERCENTILE];
  }

  private boolean isMeterWithBaseLoad() {
    if (zeros == 0 || positive.length == 0 || zeros * MOST_ZEROS >= zeros + positive.length) {
      return false;
    }
    long base = base();
    long median = positive[positive.length / 2];
    return Rational.of(base).times(Rational.of(MEDIAN_PER_BASE)).compareTo(Rational.of(median)) >= 0
        && base / LEAST_STEPS >= step();
  }

  private long step() {
    long step = 0;
    for (long value : positive) {
      step = greatestCommonDivisor(value, step);
      if (step == 1) {
        break;
      }
    }
    return step;
  }

  private static long greatestCommonDivisor(long first, long second) {
    long a = Math.abs(first);
    long b = second;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  private BitSet abruptRuns() {
    BitSet runs = new BitSet();
    int i = first;
    while (i < end) {
      if (!isZero(i)) {
        i++;
        continue;
      }
      int last = i;
      for (int next = i; next < end && (isZero(next) || series.isMissing(next)); next++) {
        last = isZero(next) ? next : last;
      }
      if (isAbrupt(neighbour(i, -1)) && isAbrupt(neighbour(last, 1))) {
        for (int zero = i; zero <= last; zero++) {
          runs.set(zero, isZero(zero));
        }
      }
      i = last + 1;
    }
    return runs;
  }

  /** The nearest reading other than zero in a direction, −1 or size if there is none. */
  private int neighbour(int from, int step) {
    int i = from + step;
    while (i >= 0 && i < series.size() && (series.isMissing(i) || isZero(i))) {
      i += step;
    }
    return i;
  }

  /** Whether a reading is a normal one; where the file ends nothing speaks against it. */
  private boolean isAbrupt(int i) {
    return i < 0 || i >= series.size() || series.unscaled()[i] >= (base() + 1) / 2;
  }
}
