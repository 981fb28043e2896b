package org.emcsettlement.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.junit.jupiter.api.Test;

class DriversTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final FindingCollector findings = new FindingCollector();

  private Optional<DailyTemperature> temperature(String text) {
    return DailyTemperature.read(TextSource.of("weather/s.csv", text), CHINA, findings);
  }

  private Optional<Occupancy> occupancy(String text) {
    return Occupancy.read(TextSource.of("occupancy.csv", text), findings);
  }

  private List<String> codes() {
    return findings.findings().stream().map(Finding::code).toList();
  }

  /** (0.1 + 0.2 + 22 × 0.3)/24 = 0.2875, HALF_UP to 0.29; and −0.2875 to −0.29. */
  @Test
  void aDailyMeanIsTheExactMeanRoundedOnce() {
    for (String sign : new String[] {"", "-"}) {
      StringBuilder csv = new StringBuilder("time,celsius\n");
      for (int hour = 0; hour < 24; hour++) {
        String value = hour == 0 ? "0.1" : hour == 1 ? "0.2" : "0.3";
        csv.append("2025-07-01T%02d:00,%s%s%n".formatted(hour, sign, value));
      }
      assertThat(
              temperature(csv.toString())
                  .orElseThrow()
                  .hundredthsOn(LocalDate.of(2025, 7, 1))
                  .getAsInt())
          .isEqualTo(sign.isEmpty() ? 29 : -29);
    }
  }

  @Test
  void aDayWithTwoHoursMissingHasNoMean() {
    StringBuilder csv = new StringBuilder("time,celsius\n");
    for (int hour = 0; hour < 48; hour++) {
      if (hour != 3 && hour != 30 && hour != 31) {
        csv.append("2025-07-%02dT%02d:00,20%n".formatted(1 + hour / 24, hour % 24));
      }
    }
    DailyTemperature daily = temperature(csv.toString()).orElseThrow();
    assertThat(daily.hundredthsOn(LocalDate.of(2025, 7, 1))).hasValue(2000);
    assertThat(daily.hundredthsOn(LocalDate.of(2025, 7, 2))).isEmpty();
    assertThat(daily.hundredthsOn(LocalDate.of(2026, 7, 2))).isEmpty();
  }

  @Test
  void temperaturesNeedTheirUnitAndMustBePossible() {
    assertThat(temperature("date,value\n2025-07-01,20\n2025-07-02,21\n")).isEmpty();
    assertThat(temperature("date,celsius\n2025-07-01,68\n2025-07-02,21\n")).isEmpty();
    assertThat(codes()).containsExactly("unit.missing", "weather.implausible");
    assertThat(temperature("date,value_celsius\n2025-07-01,20\n2025-07-02,21\n")).isPresent();
  }

  @Test
  void aFewImpossibleTemperaturesCountAsMissing() {
    StringBuilder csv = new StringBuilder("time,celsius\n");
    for (int hour = 0; hour < 48; hour++) {
      String value = hour == 3 || hour == 30 || hour == 31 ? "-273.1" : "20";
      csv.append("2025-07-%02dT%02d:00,%s%n".formatted(1 + hour / 24, hour % 24, value));
    }
    DailyTemperature daily = temperature(csv.toString()).orElseThrow();
    assertThat(codes()).contains("weather.faulty").doesNotContain("weather.implausible");
    assertThat(daily.hundredthsOn(LocalDate.of(2025, 7, 1))).hasValue(2000);
    assertThat(daily.hundredthsOn(LocalDate.of(2025, 7, 2))).isEmpty();
  }

  @Test
  void occupancyIsNeverCarriedOn() {
    Occupancy occupancy =
        occupancy(
                """
                start,end,headcount,operatingHours,beds
                2024-01-01,2024-07-01,351,8.5,10
                2024-08-01,2025-01-01,372,,12
                """)
            .orElseThrow();
    assertThat(occupancy.drivers())
        .containsExactlyInAnyOrder("HEADCOUNT", "OPERATING_HOURS", "BEDS");
    assertThat(occupancy.on("HEADCOUNT", LocalDate.of(2024, 6, 30)))
        .contains(BigDecimal.valueOf(351));
    assertThat(occupancy.on("HEADCOUNT", LocalDate.of(2024, 7, 1))).isEmpty();
    assertThat(occupancy.on("OPERATING_HOURS", LocalDate.of(2024, 8, 1))).isEmpty();
    assertThat(occupancy.changesIn("HEADCOUNT", Period.parse("2024-01-01/2025-01-01")))
        .containsExactly(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 8, 1));
  }

  @Test
  void faultsOfOccupancyComeAtOnce() {
    assertThat(
            occupancy(
                """
                start,end,headcount
                2024-01-01,2024-07-01,-3
                2024-06-01,2025-01-01,372
                2025-02-01,2025-01-01,x
                """))
        .isEmpty();
    assertThat(codes())
        .containsExactlyInAnyOrder("occupancy.negative", "occupancy.overlap", "series.backwards");
  }

  @Test
  void driversAreAlignedByDay() {
    DailyDrivers drivers =
        new DailyDrivers(Optional.empty(), Occupancy.none(), WorkCalendar.mainlandChina());
    LocalDate holiday = LocalDate.of(2025, 10, 1);
    assertThat(drivers.on(DailyDrivers.WORKDAY, holiday)).contains(BigDecimal.ZERO);
    assertThat(drivers.on(DailyDrivers.WORKDAY, holiday.plusDays(8))).contains(BigDecimal.ONE);
    assertThat(drivers.on(Occupancy.HEADCOUNT, holiday)).isEmpty();
    assertThat(drivers.temperatureOn(holiday)).isEmpty();
  }
}
