package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.Resolution;
import org.junit.jupiter.api.Test;

class SufficiencySetTest {

  /** 300 days: CalTRACK as eemeter 3 reads it wants exactly 365, our own rule 329. */
  private static List<String> codes(String set, Period period) {
    KnownBuilding building = new KnownBuilding(3, period);
    Observations observations =
        building.daily(
            date ->
                500 + 20 * KnownBuilding.positive(15 - building.temperature(date)) + noise(date));
    return BaselineFitter.builder()
        .resolution(Resolution.DAILY)
        .sufficiencySet(set)
        .build()
        .fit(observations)
        .findings()
        .stream()
        .map(Finding::code)
        .toList();
  }

  private static double noise(LocalDate date) {
    return Math.floorMod(date.toEpochDay() * 37, 41);
  }

  @Test
  void theNamedSetJudges() {
    Period days300 = Period.parse("2023-01-01/2023-10-28");
    assertThat(codes("emc-default", days300)).contains("fit.short-period");
    assertThat(codes("caltrack", days300)).contains("fit.short-period");
    Period leapYear = Period.parse("2024-01-01/2025-01-01");
    assertThat(codes("emc-default", leapYear)).doesNotContain("fit.long-period");
    assertThat(codes("caltrack", leapYear)).contains("fit.long-period");
    Period year = Period.parse("2023-01-01/2024-01-01");
    assertThat(codes("emc-default", year)).doesNotContain("fit.short-period");
    assertThat(codes("caltrack", year)).doesNotContain("fit.long-period", "fit.short-period");
  }

  @Test
  void anUnknownSetIsTheCallersMistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codes("nobody", Period.parse("2023-01-01/2024-01-01")))
        .withMessageContaining("nobody");
  }
}
