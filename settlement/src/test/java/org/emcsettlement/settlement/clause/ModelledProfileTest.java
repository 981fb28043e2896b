package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.Coefficient;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.Resolution;
import org.emcsettlement.settlement.Amounts;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.junit.jupiter.api.Test;

/** A baseline divided among time bands by a frozen model of hours; worked by hand. */
class ModelledProfileTest {

  private static final String TARIFF =
      """
      {"from": "2025-01-01", "source": "s", "timeOfUse": {"bands": ["peak", "valley"],
       "rules": [{"band": "peak", "hours": ["08:30-22:00"]}, {"band": "valley"}]},
       "charges": [{"id": "e", "kind": "TIME_OF_USE", "prices": {"peak": "1", "valley": "0.3"}}]}
      """;

  private static final String VALUE =
      """
      {"id": "value", "kind": "bill-savings", "commodity": "electricity", "tariff": "t",
       "baselineUsage": {"profile": "MODELLED"}},
      {"id": "verified", "kind": "verified-savings"}
      """;

  /** Two kWh an hour from 8 to 22, one in the other hours: 38 a day. */
  private static FrozenBaseline model(Map<String, String> coefficients) {
    return FrozenBaseline.builder()
        .id("hours")
        .commodity(Commodity.ELECTRICITY)
        .form("AGREED")
        .resolution(Resolution.HOURLY)
        .period(Period.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)))
        .station(Optional.of("station"))
        .workCalendar(WorkCalendar.MAINLAND_CHINA)
        .coefficients(
            coefficients.entrySet().stream()
                .map(
                    e ->
                        new Coefficient(
                            Regressor.parse(e.getKey()), new BigDecimal(e.getValue()), "kWh"))
                .toList())
        .formulaZh("逐时")
        .formulaEn("by hour")
        .build();
  }

  private static DailyTemperature weather() {
    StringBuilder csv = new StringBuilder("time,celsius\n");
    for (LocalDateTime time = LocalDateTime.of(2025, 7, 1, 0, 0);
        time.getMonthValue() == 7;
        time = time.plusHours(1)) {
      csv.append(time).append("+08:00,25\n");
    }
    return DailyTemperature.read(
            TextSource.of("weather/station.csv", csv.toString()),
            ZoneId.of("Asia/Shanghai"),
            new FindingCollector())
        .orElseThrow();
  }

  private static MonthlyContract contract(FrozenBaseline model) {
    return new MonthlyContract(List.of(), Collections.nCopies(12, BigDecimal.valueOf(100)))
        .frozen(model)
        .term("2025-07-01", "2025-08-01")
        .tariff("kWh", TARIFF)
        .registers("start,end,peak_kwh,valley_kwh\n2025-07-01,2025-08-01,60,40\n")
        .clauses(VALUE)
        .evidence(evidence -> evidence.putWeather("station", weather()));
  }

  /**
   * 13.5 hours of peak at 2 kWh are 27 a day, the half hour from 8:00 and 10 hours of night 11.
   * July has 31 days: 837 at 1.00 and 341 at 0.30, less 60 and 40.
   */
  @Test
  void theHoursOfAModelGiveTheBandsOfTheBaseline() {
    Settled july = contract(model(Map.of("HOURS(1-7:8-22)", "1", "DAYS", "24"))).settle("2025-07");
    assertThat(quantity(july, "value.baseline-e-peak/electricity/2025-07-01"))
        .isEqualTo(Rational.of(837));
    assertThat(quantity(july, "value.baseline-e-valley/electricity/2025-07-01"))
        .isEqualTo(Rational.of(341));
    // 837 + 102.30 − 60 − 12
    assertThat(Amounts.line(july.statement(), "verified")).isEqualByComparingTo("867.30");
    assertThat(july.trail().nodes())
        .filteredOn(node -> node.name().startsWith("band-weight"))
        .filteredOn(
            node -> node.source().equals("baselines/hours.json#hours/2025-07-01/2025-08-01"))
        .hasSize(2);
  }

  private static Rational quantity(Settled settled, String line) {
    return settled.statement().line(line).orElseThrow().quantity().orElseThrow();
  }

  /** A model of days knows nothing of hours. */
  @Test
  void aModelOfDaysHasNoProfile() {
    Settlement settlement =
        Settlement.of(contract(model(Map.of("DAYS", "24"))).resolve().orThrow());
    Checked<Settled> settled = settlement.settle(settlement.period("2025-07"));
    assertThat(settled.value()).isEmpty();
    assertThat(settled.findings().stream().map(Finding::code)).contains("tariff.profile-missing");
  }

  @Test
  void agreedWeightsContradictAModel() {
    String weighted =
        VALUE.replace(
            "\"MODELLED\"", "\"MODELLED\", \"weights\": [{\"bands\": {\"peak\": \"1\"}}]");
    assertThat(
            contract(model(Map.of("DAYS", "24"))).clauses(weighted).findings().stream()
                .map(Finding::code))
        .contains("json.invalid-value");
  }
}
