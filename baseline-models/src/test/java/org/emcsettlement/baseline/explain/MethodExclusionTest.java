package org.emcsettlement.baseline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.emcsettlement.baseline.institution.WaterEvent;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.junit.jupiter.api.Test;

class MethodExclusionTest {

  private static final WaterEvent LEAK =
      new WaterEvent(
          WaterEvent.Kind.LEAK,
          Period.of(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 11)),
          false,
          20,
          1,
          0,
          7);

  @Test
  void theDaysOfALeakAreLeftOutAsALeak() {
    List<MethodExclusion> exclusions = MethodExclusion.of(LEAK.finding()).stream().toList();
    assertThat(MethodExclusion.reason(exclusions, LocalDate.of(2024, 3, 10))).contains("LEAK");
    assertThat(MethodExclusion.reason(exclusions, LocalDate.of(2024, 3, 11))).isEmpty();
  }

  @Test
  void everyKindOfEventIsAReason() {
    assertThat(WaterEvent.Kind.values())
        .allSatisfy(kind -> assertThat(MethodExclusion.cause(kind.id())).contains(kind));
    assertThat(MethodExclusion.cause(LeftOutDays.USE)).isEmpty();
  }

  @Test
  void otherFindingsExcludeNothing() {
    Finding other =
        Finding.of(
            FitFinding.SHORT_PERIOD,
            Place.NOWHERE.during("2024-03-01/2024-03-11"),
            "span",
            10,
            "needed",
            329);
    assertThat(MethodExclusion.of(other)).isEmpty();
  }
}
