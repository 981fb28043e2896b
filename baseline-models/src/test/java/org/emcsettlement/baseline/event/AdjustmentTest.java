package org.emcsettlement.baseline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.junit.jupiter.api.Test;

/** Quantities and uncertainties against arithmetic by hand. */
class AdjustmentTest {

  private static final Period JANUARY = Period.parse("2024-01-01/2024-02-01");

  private static Adjustment.Basis basis(String days) {
    return new Adjustment.Basis(
        "lamps", Period.parse(days), "lamps added", List.of("ledger"), Optional.of("both"));
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  @Test
  void anEstimateIsAProductOfItsFactors() {
    // 12 lamps x 0.15 kW x 6 h = 10.8 kWh a day; 0.01 kW is 0.72 kWh, 0.5 h is 0.9 kWh
    EngineeringEstimate estimate =
        new EngineeringEstimate(
            basis("2024-01-11/2024-12-31"),
            List.of(
                new EngineeringEstimate.Factor("lamps", decimal("12"), BigDecimal.ZERO),
                new EngineeringEstimate.Factor("power [kW]", decimal("0.15"), decimal("0.01")),
                new EngineeringEstimate.Factor("hours [h/d]", decimal("6"), decimal("0.5"))));
    assertThat(estimate.quantity(JANUARY)).isEqualByComparingTo("226.8");
    // 21 d x √(0.72² + 0.9²) = 21 x 1.152562...
    assertThat(estimate.standardUncertainty(JANUARY).doubleValue())
        .isEqualTo(
            21 * Math.sqrt(0.72 * 0.72 + 0.9 * 0.9), org.assertj.core.api.Assertions.within(1e-9));
    assertThat(estimate.quantity(Period.parse("2025-01-01/2025-02-01"))).isZero();
  }

  @Test
  void aTableIsSpreadOverTheDaysOfItsRows() {
    FixedTable table =
        new FixedTable(
            basis("2024-01-01/2025-01-01"),
            List.of(
                new FixedTable.Row(
                    Period.parse("2024-01-17/2024-02-16"), decimal("300"), decimal("30")),
                new FixedTable.Row(JANUARY, decimal("-31"), decimal("20"))));
    // 15 of 30 days of the first row, all of the second
    assertThat(table.quantity(JANUARY)).isEqualByComparingTo("119");
    assertThat(table.standardUncertainty(JANUARY)).isEqualByComparingTo("25");
  }

  @Test
  void aSubMeterCountsTheDaysOfTheEventAndNamesTheMissingOnes() {
    String csv =
        "date,value_kwh\n2024-01-01,5\n2024-01-02,7\n2024-01-03,11\n2024-01-04,\n2024-01-05,13\n";
    MeterFormat format =
        MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(ZoneOffset.UTC).build();
    DailyUse use =
        DailyUse.of(
            MeterFile.read(TextSource.of("sub.csv", csv), format, new FindingCollector())
                .orElseThrow());
    SubMeter meter = new SubMeter(basis("2024-01-02/2024-01-06"), use, -1, decimal("0.01"));
    assertThat(meter.quantity(JANUARY)).isEqualByComparingTo("-31");
    assertThat(meter.standardUncertainty(JANUARY)).isEqualByComparingTo("0.31");
    assertThat(meter.gaps(JANUARY).list())
        .singleElement()
        .satisfies(gap -> assertThat(gap.arguments()).containsEntry("first", "2024-01-04"));
    assertThat(meter.gaps(Period.parse("2024-01-01/2024-01-04"))).isEmpty();
  }

  @Test
  void anIndicatorFindsWhatWasPutIn() {
    ResidualSeries series = NoisySeries.of(9, day -> day >= 500 && day < 560 ? 25 : 0);
    LocalDate first = NoisySeries.START.plusDays(500);
    Period event = Period.of(first, first.plusDays(60));
    IndicatorRegression regression =
        IndicatorRegression.of(
            basis(event.toString()), DetectedEvent.Kind.TEMPORARY, series, new double[0][]);
    double error = regression.standardErrorPerDay().doubleValue();
    assertThat(Math.abs(regression.perDay().doubleValue() - 25)).isLessThan(2.6 * error);
    Period part = Period.of(first.minusDays(10), first.plusDays(20));
    assertThat(regression.quantity(part))
        .isEqualByComparingTo(regression.perDay().multiply(decimal("20")));
    assertThat(regression.standardUncertainty(part))
        .isEqualByComparingTo(regression.standardErrorPerDay().multiply(decimal("20")));
  }

  @Test
  void aDriftCountsByItsShareAndStays() {
    IndicatorRegression drift =
        new IndicatorRegression(
            basis("2024-01-01/2024-01-11"), DetectedEvent.Kind.DRIFT, decimal("10"), decimal("1"));
    // 1 + 2 + … + 10, then 21 full days
    assertThat(drift.quantity(JANUARY)).isEqualByComparingTo("265");
    assertThat(drift.standardUncertainty(JANUARY)).isEqualByComparingTo("26.5");
    assertThat(drift.quantity(Period.parse("2023-12-01/2024-01-02"))).isEqualByComparingTo("1");
  }

  @Test
  void anEventThroughoutAPeriodCannotBeToldFromSavings() {
    ResidualSeries series = NoisySeries.of(9, day -> 0);
    Period all = Period.of(NoisySeries.REPORTING, NoisySeries.START.plusDays(NoisySeries.DAYS));
    assertThatThrownBy(
            () ->
                IndicatorRegression.of(
                    basis(all.toString()), DetectedEvent.Kind.LEVEL_SHIFT, series, new double[0][]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void uncertaintiesAddInQuadratureAtOneCoverage() {
    FixedTable table =
        new FixedTable(
            basis("2024-01-01/2025-01-01"),
            List.of(new FixedTable.Row(JANUARY, decimal("50"), decimal("2"))));
    AdjustedBaseline adjusted =
        AdjustedBaseline.of(decimal("1000"), decimal("3"), decimal("2"), List.of(table), JANUARY);
    assertThat(adjusted.after()).isEqualByComparingTo("1050");
    assertThat(adjusted.uncertainty()).isEqualByComparingTo("5");
    assertThat(adjusted.effects().get(0).quantity()).isEqualByComparingTo("50");
    assertThat(adjusted.effects().get(0).adjustment().basis().approver()).contains("both");
  }
}
