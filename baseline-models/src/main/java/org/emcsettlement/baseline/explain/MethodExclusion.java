package org.emcsettlement.baseline.explain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.institution.WaterEvent;
import org.emcsettlement.baseline.institution.WaterFinding;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.period.Period;

/**
 * Days that a method for water leaves out by itself because of a leak or a fault of the meter.
 *
 * @param days the days
 * @param cause what it takes them for
 */
record MethodExclusion(Period days, WaterEvent.Kind cause) {

  private static final Map<String, WaterEvent.Kind> CAUSES =
      Map.of(
          WaterFinding.LEAK.code(), WaterEvent.Kind.LEAK,
          WaterFinding.LEAK_OPEN.code(), WaterEvent.Kind.LEAK,
          WaterFinding.BURST.code(), WaterEvent.Kind.BURST,
          WaterFinding.CATCH_UP.code(), WaterEvent.Kind.CATCH_UP,
          WaterFinding.RESET.code(), WaterEvent.Kind.RESET,
          WaterFinding.DEAD_METER.code(), WaterEvent.Kind.DEAD_METER);

  /** The exclusion that a finding tells of, absent if it tells of something else. */
  static Optional<MethodExclusion> of(Finding finding) {
    return Optional.ofNullable(CAUSES.get(finding.code()))
        .flatMap(
            cause ->
                finding
                    .place()
                    .period()
                    .map(days -> new MethodExclusion(Period.parse(days), cause)));
  }

  /** Why a day is left out, for {@link LeftOutDays#reason}; absent if none of them holds it. */
  static Optional<String> reason(List<MethodExclusion> exclusions, LocalDate date) {
    return exclusions.stream()
        .filter(exclusion -> exclusion.days.contains(date))
        .map(exclusion -> exclusion.cause.id())
        .findFirst();
  }

  /** What a reason stands for, absent if it is no reason of a method. */
  static Optional<WaterEvent.Kind> cause(String reason) {
    return Arrays.stream(WaterEvent.Kind.values())
        .filter(kind -> kind.id().equals(reason))
        .findFirst();
  }
}
