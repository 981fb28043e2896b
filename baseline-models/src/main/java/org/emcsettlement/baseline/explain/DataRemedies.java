package org.emcsettlement.baseline.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.period.Period;

/** What helps where data do not suffice. */
final class DataRemedies {

  private static final int GAPS = 3;

  private DataRemedies() {}

  private static int number(Finding finding, String argument) {
    return Integer.parseInt(finding.arguments().getOrDefault(argument, "0"));
  }

  static List<Remedy> longerPeriod(Finding finding, Baseline baseline) {
    int missing = number(finding, "needed") - number(finding, "span");
    Period period = baseline.observations().period();
    return List.of(
        new Remedy(
            finding.code(),
            "基期再延长 "
                + missing
                + " 天：开始于 "
                + period.start().minusDays(missing)
                + " 或更早，或延续到 "
                + period.end().minusDays(1).plusDays(missing)
                + " 或更晚，以覆盖一年的气候。",
            "Lengthen the baseline period by "
                + missing
                + " days: start on "
                + period.start().minusDays(missing)
                + " or before, or go on to "
                + period.end().minusDays(1).plusDays(missing)
                + " or beyond, so that it covers a year's weather."));
  }

  static List<Remedy> fillGaps(Finding finding, Baseline baseline) {
    BigDecimal share =
        new BigDecimal(finding.arguments().getOrDefault("needed", "0").replace(" %", ""));
    int needed =
        share
            .movePointLeft(2)
            .multiply(BigDecimal.valueOf(number(finding, "span")))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
    int missing = needed - number(finding, "days");
    String gaps =
        CountedData.of(baseline).gaps().stream()
            .limit(GAPS)
            .map(gap -> Residuals.days(gap) + " (" + gap.days() + " d)")
            .collect(Collectors.joining(", "));
    return List.of(
        new Remedy(
            finding.code(),
            "至少再补 " + missing + " 天的数据；最长的缺口：" + gaps + "。",
            "Supply data of at least "
                + missing
                + " more days; the longest gaps are "
                + gaps
                + "."));
  }

  static List<Remedy> moreObservations(Finding finding, Baseline baseline) {
    int missing = number(finding, "needed") - number(finding, "count");
    return List.of(
        new Remedy(
            finding.code(),
            "再补 " + missing + " 个观测：延长基期或补齐缺失的读数。",
            "Add "
                + missing
                + " observations: lengthen the baseline period or supply missing readings."));
  }

  static List<Remedy> fewerParameters(Finding finding, Baseline baseline) {
    int missing = number(finding, "needed") - number(finding, "freedom");
    int parameters = baseline.statistics().parameters();
    return List.of(
        new Remedy(
            finding.code(),
            "再补 " + missing + " 个观测，或减少参数（现有 " + parameters + " 个）：去掉驱动因素或选更简单的形式。",
            "Add "
                + missing
                + " observations, or fit fewer than the "
                + parameters
                + " parameters: drop drivers or choose a simpler form."));
  }
}
