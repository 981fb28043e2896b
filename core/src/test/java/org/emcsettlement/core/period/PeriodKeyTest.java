package org.emcsettlement.core.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodKeyTest {

  private static final ContractYears YEARS = new ContractYears(LocalDate.of(2024, 7, 1));

  @ParameterizedTest
  @CsvSource({
    "2025-07, 2025-07-01/2025-08-01",
    "2025-Q3, 2025-07-01/2025-10-01",
    "2025-H2, 2025-07-01/2026-01-01",
    "2025, 2025-01-01/2026-01-01",
    "2025-03-18/2025-04-01, 2025-03-18/2025-04-01"
  })
  void keysNamePeriodsAndBack(String key, Period period) {
    assertThat(PeriodKey.parse(key, YEARS)).isEqualTo(period);
    assertThat(PeriodKey.of(period)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"Y1, 2024-07-01/2025-07-01", "Y3, 2026-07-01/2027-07-01"})
  void contractYears(String key, Period period) {
    assertThat(PeriodKey.parse(key, YEARS)).isEqualTo(period);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-13", "2025-Q5", "Y0", "July", "2025-7", ""})
  void otherTextsAreRefused(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeriodKey.parse(key, YEARS))
        .withMessageContaining("\"" + key + "\"");
  }
}
