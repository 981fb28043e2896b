package org.emcsettlement.examples.emc;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Methods;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.Resolution;

/**
 * What is done alike with every building of a study.
 *
 * @param zone the zone of the local days
 * @param baseline the period that is fitted
 * @param reporting the period that is predicted
 * @param resolution the rows that are fitted and judged
 * @param method a method's name, or {@code auto}
 * @param confidence the confidence of intervals
 * @param injected the part of reporting use that is taken away before anything else
 * @param calendar the working days
 */
record EvaluationPlan(
    ZoneId zone,
    Period baseline,
    Period reporting,
    Resolution resolution,
    String method,
    BigDecimal confidence,
    BigDecimal injected,
    WorkCalendar calendar) {

  private static final String WATER = "institution-water";

  /** The methods that {@code auto} takes, the first that is there. */
  private static final List<String> PREFERRED =
      List.of("institution-daily", "institution-hourly", BaselineFitter.AUTO, "towt");

  /** The names that a resolution knows and that can be frozen, as a settlement needs them. */
  static List<String> methods(Resolution resolution) {
    return Methods.names(resolution).stream()
        .filter(name -> !name.startsWith("mean-temperature"))
        .toList();
  }

  /** The resolution as the command line names it. */
  String grain() {
    return resolution == Resolution.BILLING
        ? "monthly"
        : resolution.name().toLowerCase(Locale.ROOT);
  }

  /** The method for a building: {@code auto} knows one for water without weather. */
  String method(boolean waterWithoutWeather) {
    List<String> known = methods(resolution);
    if (!method.equals(BaselineFitter.AUTO)) {
      return method;
    }
    if (waterWithoutWeather && known.contains(WATER)) {
      return WATER;
    }
    return PREFERRED.stream().filter(known::contains).findFirst().orElse(method);
  }
}
