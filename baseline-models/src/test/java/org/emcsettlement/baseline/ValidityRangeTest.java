package org.emcsettlement.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.Occupancy;
import org.junit.jupiter.api.Test;

/** Seen from 0 to 20 °C on the first three days: relied on from −2 to 22 °C. */
class ValidityRangeTest {

  private static final List<LocalDate> DAYS =
      Period.parse("2025-01-01/2025-01-08").dates().toList();

  private static DailyDrivers drivers() {
    String csv =
        """
        date,celsius
        2025-01-01,12
        2025-01-02,0
        2025-01-03,20
        2025-01-04,22
        2025-01-05,22.01
        2025-01-07,-2.01
        """;
    return new DailyDrivers(
        DailyTemperature.read(
            TextSource.of("weather.csv", csv), ZoneId.of("Asia/Shanghai"), new FindingCollector()),
        Occupancy.none(),
        WorkCalendar.mainlandChina());
  }

  @Test
  void daysBeyondATenthOfTheWidthAreExtrapolation() {
    ValidityRange range =
        ValidityRange.seen("TEMPERATURE", drivers(), DAYS.subList(0, 3)).orElseThrow();
    assertThat(range.least()).isEqualByComparingTo("0");
    assertThat(range.greatest()).isEqualByComparingTo("20");
    // the sixth day is unknown
    assertThat(range.beyond(drivers(), DAYS)).containsExactly(DAYS.get(4), DAYS.get(6));
    assertThat(range.on(drivers(), DAYS.get(4)).orElseThrow()).isEqualByComparingTo("22.01");
    assertThat(range.on(drivers(), DAYS.get(5))).isEmpty();
  }

  /** New Year's Day is not worked, the next day is. */
  @Test
  void workingDaysAreADriver() {
    Optional<ValidityRange> range = ValidityRange.seen("WORKDAY", drivers(), DAYS.subList(0, 2));
    assertThat(range).contains(new ValidityRange("WORKDAY", BigDecimal.ZERO, BigDecimal.ONE));
  }

  @Test
  void aDriverThatIsNeverKnownHasNoRange() {
    assertThat(ValidityRange.seen("HEADCOUNT", drivers(), DAYS)).isEmpty();
  }
}
