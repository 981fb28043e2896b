package org.emcsettlement.baseline.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.Driver;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.baseline.institution.WaterEvent;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.Resolution;

/**
 * Which days of the baseline period the fit rests on.
 *
 * @param span the days of the period [d]
 * @param counted the days that observations touch [d]
 * @param observations the observations: hours, days or billing periods
 * @param leftOut the other days by reason; every day once
 */
public record CountedData(int span, int counted, int observations, List<LeftOutDays> leftOut) {

  static CountedData of(Baseline baseline) {
    Observations observations = baseline.observations();
    return new CountedData(
        observations.period().days(),
        observations.days(),
        observations.size(),
        leftOut(observations, exclusions(baseline)));
  }

  private static List<MethodExclusion> exclusions(Baseline baseline) {
    return baseline.findings().stream().map(MethodExclusion::of).flatMap(Optional::stream).toList();
  }

  private static List<LeftOutDays> leftOut(
      Observations observations, List<MethodExclusion> exclusions) {
    Set<LocalDate> counted = new HashSet<>(observations.dates());
    Map<String, List<LocalDate>> byReason = new LinkedHashMap<>();
    for (LocalDate date : observations.period().dates().toList()) {
      if (!counted.contains(date)) {
        String reason = reason(observations, exclusions, date);
        byReason.computeIfAbsent(reason, first -> new ArrayList<>()).add(date);
      }
    }
    List<LeftOutDays> leftOut = new ArrayList<>();
    byReason.forEach((reason, days) -> leftOut.add(told(reason, days, observations.resolution())));
    return leftOut;
  }

  private static String reason(
      Observations observations, List<MethodExclusion> exclusions, LocalDate date) {
    if (observations.hasTemperature() && observations.drivers().temperatureOn(date).isEmpty()) {
      return Regressor.TEMPERATURE;
    }
    return observations.covariates().stream()
        .map(Driver::name)
        .filter(driver -> observations.drivers().on(driver, date).isEmpty())
        .findFirst()
        .or(() -> MethodExclusion.reason(exclusions, date))
        .orElse(LeftOutDays.USE);
  }

  private static LeftOutDays told(String reason, List<LocalDate> days, Resolution resolution) {
    List<Period> runs = LeftOutDays.runs(days);
    Optional<WaterEvent.Kind> cause = MethodExclusion.cause(reason);
    if (cause.isPresent()) {
      String zh = cause.get().zh();
      String en = cause.get().en();
      return new LeftOutDays(
          reason,
          "方法判为" + zh + "，不用于拟合，见核查结果",
          "the method takes it for a " + en + " and does not fit it, see findings",
          runs);
    }
    return switch (reason) {
      case Regressor.TEMPERATURE ->
          new LeftOutDays(reason, "没有可用气温", "no usable temperature", runs);
      case LeftOutDays.USE ->
          resolution == Resolution.BILLING
              ? new LeftOutDays(
                  reason,
                  "没有账单，或所在账期的其他日缺数据、账期不完全在基期内",
                  "no bill, or a billing period that lacks data on other days or leaves the baseline"
                      + " period",
                  runs)
              : new LeftOutDays(
                  reason,
                  "没有用量，或读数不足以计入，或模型需要前一日数据",
                  "no use, too few readings, or a model that needs the day before",
                  runs);
      default -> new LeftOutDays(reason, "没有 " + reason, "no " + reason, runs);
    };
  }

  /** {@return the longest gaps, of all reasons, longest first} */
  List<Period> gaps() {
    return leftOut.stream()
        .flatMap(days -> days.runs().stream())
        .sorted(Comparator.comparingInt(Period::days).reversed().thenComparing(Period::start))
        .toList();
  }
}
