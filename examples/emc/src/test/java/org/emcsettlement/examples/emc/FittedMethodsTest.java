package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.trail.TrailEvaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contracts whose baselines are fitted by a named method, from readings to a verified statement.
 * The measures save exactly 15 % of every reading, noise included, so the verified savings miss the
 * truth only by what the baseline misses.
 */
class FittedMethodsTest {

  private static final List<String> QUARTERS = List.of("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4");

  @TempDir Path temp;

  private static SavedBuilding office() {
    return new SavedBuilding(
        false,
        "kwh",
        at -> (at.working() ? 2400 : 1300) + 45 * at.below(14) + 60 * at.above(22),
        0.03);
  }

  /** CalTRACK knows no day types, so neither does this building. */
  private static SavedBuilding hospital() {
    return new SavedBuilding(
        false, "kwh", at -> 2400 + 45 * at.below(14) + 60 * at.above(22), 0.03);
  }

  private static SavedBuilding officeByHour() {
    return new SavedBuilding(
        true,
        "kwh",
        at -> {
          boolean open = at.working() && at.hour() >= 8 && at.hour() < 18;
          return open ? 180 + 3 * at.below(14) + 5 * at.above(22) : 60 + 0.8 * at.below(14);
        },
        0.04);
  }

  private static SavedBuilding school() {
    return new SavedBuilding(
        false,
        "m3",
        at -> (at.working() ? 20 + 0.12 * at.headcount() : 12) + 0.9 * at.above(20),
        0.05);
  }

  @Test
  void institutionDaily() throws IOException {
    settlesTheTruth("electricity", "institution-daily", "", office(), "0.01");
  }

  @Test
  void caltrackDaily() throws IOException {
    settlesTheTruth("electricity", "caltrack-daily", "", hospital(), "0.01");
  }

  @Test
  void institutionHourly() throws IOException {
    settlesTheTruth("electricity", "institution-hourly", "", officeByHour(), "0.01");
  }

  @Test
  void timeOfWeekAndTemperature() throws IOException {
    settlesTheTruth("electricity", "towt", "", officeByHour(), "0.02");
  }

  @Test
  void institutionWater() throws IOException {
    settlesTheTruth("water", "institution-water", "\"HEADCOUNT\"", school(), "0.02");
  }

  /** Fit, freeze, agree, settle four quarters and the year, verify each. */
  private void settlesTheTruth(
      String commodity, String method, String drivers, SavedBuilding building, String tolerance)
      throws IOException {
    SharedSavingsFolder folder =
        SharedSavingsFolder.write(temp.resolve("folder"), commodity, method, drivers, building);
    Run fit = folder.fitAndAgree();
    assertThat(fit.code()).as(fit.all()).isZero();
    assertThat(folder.frozen().path("form").asText()).isEqualTo(method);

    List<SharedSavingsFolder.Issued> statements = new ArrayList<>();
    for (String quarter : QUARTERS) {
      statements.add(folder.settle(quarter));
    }
    SharedSavingsFolder.Issued year = folder.settle("Y1");
    statements.add(year);
    for (SharedSavingsFolder.Issued statement : statements) {
      Period period = Period.parse(statement.json().path("servicePeriod").asText());
      assertThat(statement.json().path("key").path("runType").asText())
          .as(statement.json().path("findings").toString())
          .isEqualTo("INITIAL");
      assertThat(statement.quantity("use.actual/" + commodity))
          .isEqualTo(Rational.of(building.metered(period)));
      double missed =
          statement
                  .quantity("use.avoided/" + commodity)
                  .minus(Rational.of(building.saved(period)))
                  .toDouble()
              / building.without(period).doubleValue();
      assertThat(missed)
          .as(method + " in " + period)
          .isBetween(-Double.parseDouble(tolerance), Double.parseDouble(tolerance));
      assertThat(TrailEvaluation.of(statement.trail()).wrong()).isEmpty();
    }
    assertThat(folder.verify(statements.get(0)).out()).startsWith("VERIFIED ");
    assertThat(folder.refit(year).out()).startsWith("VERIFIED ").contains("refit agrees");
    addsUp(folder, statements.subList(0, QUARTERS.size()), year);
  }

  /** Quantities of the quarters make the year's exactly; amounts follow from them to the fen. */
  private static void addsUp(
      SharedSavingsFolder folder,
      List<SharedSavingsFolder.Issued> quarters,
      SharedSavingsFolder.Issued year) {
    String avoided = "use.avoided/" + folder.commodity();
    Rational sum = Rational.ZERO;
    BigDecimal paid = BigDecimal.ZERO;
    for (SharedSavingsFolder.Issued quarter : quarters) {
      sum = sum.plus(quarter.quantity(avoided));
      paid = paid.add(provider(quarter.quantity(avoided)));
      assertThat(new BigDecimal(quarter.json().path("totals").path("netPayable").asText()))
          .isEqualByComparingTo(provider(quarter.quantity(avoided)));
    }
    assertThat(sum).isEqualTo(year.quantity(avoided));
    assertThat(new BigDecimal(year.json().path("totals").path("netPayable").asText()))
        .isEqualByComparingTo(provider(year.quantity(avoided)).subtract(paid));
  }

  /** The provider's part of savings by hand: quantity × price × share, to the fen. */
  private static BigDecimal provider(Rational avoided) {
    return avoided
        .times(Rational.of(SharedSavingsFolder.PRICE))
        .round(2, RoundingMode.HALF_UP)
        .multiply(SharedSavingsFolder.PROVIDER_SHARE)
        .setScale(2, RoundingMode.HALF_UP);
  }
}
