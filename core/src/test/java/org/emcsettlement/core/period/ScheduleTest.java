package org.emcsettlement.core.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Schedule<String> PRICES =
      Schedule.of(Map.of(LocalDate.of(2025, 3, 11), "0.7134", LocalDate.of(2025, 1, 1), "0.6820"));

  @Test
  void aValueHoldsFromItsDate() {
    assertThat(PRICES.at(LocalDate.of(2025, 3, 10))).contains("0.6820");
    assertThat(PRICES.at(LocalDate.of(2025, 3, 11))).contains("0.7134");
    assertThat(PRICES.at(LocalDate.of(2030, 1, 1))).contains("0.7134");
    assertThat(PRICES.at(LocalDate.of(2024, 12, 31))).isEmpty();
  }

  @Test
  void aPeriodIsCutWhereTheValueSteps() {
    Period march = Period.parse("2025-03-01/2025-04-01");
    assertThat(PRICES.changesIn(march)).containsExactly(LocalDate.of(2025, 3, 11));
    assertThat(PRICES.over(march))
        .isEqualTo(
            Map.of(
                Period.parse("2025-03-01/2025-03-11"), "0.6820",
                Period.parse("2025-03-11/2025-04-01"), "0.7134"));
    assertThat(PRICES.over(Period.parse("2024-12-30/2025-01-03")))
        .containsOnlyKeys(Period.parse("2025-01-01/2025-01-03"));
  }

  @Test
  void twoValuesOnOneDateAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Schedule.of(List.of("a", "b"), row -> LocalDate.of(2025, 1, 1), row -> row))
        .withMessageContaining("2025-01-01");
  }
}
