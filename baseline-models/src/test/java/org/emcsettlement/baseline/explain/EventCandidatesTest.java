package org.emcsettlement.baseline.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.baseline.event.DetectedEvent;
import org.emcsettlement.baseline.event.DetectedEvent.Kind;
import org.emcsettlement.baseline.event.EventFinding;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.Occupancy;
import org.junit.jupiter.api.Test;

/** Independent days of 1000 kWh with a standard deviation of 60, and what is added to them. */
class EventCandidatesTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate CHANGE = LocalDate.of(2024, 7, 1);

  private static final int[] USUAL = usual();

  private static int[] usual() {
    Random random = new Random(20240701);
    return IntStream.range(0, 366)
        .map(day -> (int) Math.round(1000 + 60 * random.nextGaussian()))
        .toArray();
  }

  private static FitExplanation explain(int days, ToIntFunction<LocalDate> use) {
    Period period = Period.of(FIRST, FIRST.plusDays(days));
    StringBuilder meter = new StringBuilder("date,value_kwh\n");
    period.dates().forEach(date -> meter.append(date + "," + use.applyAsInt(date) + "\n"));
    MeterFormat format = MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(CHINA).build();
    DailyUse read =
        DailyUse.of(
            MeterFile.read(
                    TextSource.of("meter.csv", meter.toString()), format, new FindingCollector())
                .orElseThrow());
    DailyDrivers drivers =
        new DailyDrivers(
            Optional.empty(), Occupancy.none(), WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY));
    Checked<Baseline> fit =
        BaselineFitter.builder()
            .from(BaselineFitter.daily())
            .method("1P")
            .build()
            .fit(Observations.daily(read, drivers, List.of(), period, List.of()));
    return FitExplanation.of(fit);
  }

  private static int usual(LocalDate date) {
    return USUAL[date.getDayOfYear() - 1];
  }

  @Test
  void aYearLikeAnyOtherHasNone() {
    EventCandidates candidates = explain(366, EventCandidatesTest::usual).events();
    assertThat(candidates.searched()).isTrue();
    assertThat(candidates.events()).isEmpty();
  }

  /** Half of the year 300 kWh/d more; every day stays in the fit, whose constant is the mean. */
  @Test
  void aShiftIsToldAndNothingIsRemoved() {
    FitExplanation fit = explain(366, date -> usual(date) + (date.isBefore(CHANGE) ? 0 : 300));
    assertThat(fit.events().events()).hasSize(1);
    DetectedEvent event = fit.events().events().get(0);
    assertThat(event.kind()).isEqualTo(Kind.LEVEL_SHIFT);
    assertThat(event.days()).isEqualTo(Period.of(CHANGE, LocalDate.of(2025, 1, 1)));
    assertThat(event.standardError()).isPositive();
    assertThat(event.effectPerDay()).isCloseTo(300, within(3 * event.standardError()));
    assertThat(fit.data().orElseThrow().counted()).isEqualTo(366);
    double mean = fit.baseline().orElseThrow().estimates().get(0).value();
    assertThat(mean).isCloseTo((IntStream.of(USUAL).sum() + 300 * 184) / 366.0, within(1e-9));
    assertThat(fit.findings().stream().map(Finding::code))
        .contains(EventFinding.LEVEL_SHIFT.code());
    assertThat(fit.remedies())
        .filteredOn(remedy -> remedy.finding().equals(EventFinding.LEVEL_SHIFT.code()))
        .singleElement()
        .satisfies(remedy -> assertThat(remedy.en()).contains("end before 2024-07-01"))
        .satisfies(remedy -> assertThat(remedy.zh()).contains("2024-07-01 之前结束"));
  }

  @Test
  void aChangeThatEndedIsToBeRecorded() {
    DetectedEvent july =
        new DetectedEvent(
            Kind.TEMPORARY,
            Period.of(CHANGE, CHANGE.plusMonths(1)),
            DetectedEvent.Within.BASELINE,
            -400,
            11,
            -0.4,
            -37,
            Optional.empty());
    Optional<Baseline> baseline = explain(366, EventCandidatesTest::usual).baseline();
    assertThat(Remedies.of(baseline, Findings.of(List.of(july.finding()))))
        .filteredOn(remedy -> remedy.finding().equals(EventFinding.TEMPORARY.code()))
        .singleElement()
        .satisfies(remedy -> assertThat(remedy.en()).contains("2024-07-01/2024-08-01"))
        .satisfies(remedy -> assertThat(remedy.zh()).contains("约定非常规调整"));
  }

  /** Readings in Wh instead of kWh: not acceptable before the unit is settled. */
  @Test
  void aChangeOfUnitIsSomethingToSettle() {
    FitExplanation fit = explain(366, date -> usual(date) * (date.isBefore(CHANGE) ? 1 : 1000));
    assertThat(fit.events().events())
        .extracting(DetectedEvent::kind)
        .containsExactly(Kind.UNIT_CHANGE);
    assertThat(fit.events().events().get(0).days().start()).isEqualTo(CHANGE);
    assertThat(fit.verdict()).isNotEqualTo(Verdict.ACCEPTABLE);
    assertThat(fit.remedies())
        .extracting(Remedy::finding)
        .contains(EventFinding.UNIT_CHANGE.code());
  }

  @Test
  void aFewDaysAreNotSearched() {
    EventCandidates candidates = explain(55, EventCandidatesTest::usual).events();
    assertThat(candidates.searched()).isFalse();
    assertThat(candidates.events()).isEmpty();
    assertThat(explain(56, EventCandidatesTest::usual).events().searched()).isTrue();
  }
}
