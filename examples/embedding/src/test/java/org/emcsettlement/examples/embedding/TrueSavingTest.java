package org.emcsettlement.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Interval;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is verified against what was really saved, and against what the READMEs print. */
class TrueSavingTest {

  /**
   * What a statement says about one commodity.
   *
   * @param period the period key
   * @param truth what the generator saved
   * @param avoided what the statement verifies
   * @param interval its regression interval
   */
  private record Comparison(String period, BigDecimal truth, Rational avoided, Interval interval) {

    boolean covered() {
      Rational saved = Rational.of(truth);
      return saved.compareTo(interval.lower()) >= 0 && saved.compareTo(interval.upper()) <= 0;
    }

    boolean ofYear() {
      return period.startsWith("Y");
    }

    /** Truth, verified and half width as a README prints them. */
    String row(int decimals) {
      return "| "
          + printed(truth, decimals)
          + " | "
          + printed(avoided.round(decimals, RoundingMode.HALF_UP), decimals)
          + " | ± "
          + printed(interval.halfWidth(), decimals)
          + " |";
    }
  }

  private static String printed(BigDecimal value, int decimals) {
    DecimalFormat format =
        new DecimalFormat(
            decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals),
            DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }

  private static List<Comparison> comparisons(String name, String commodity) {
    Settlement settlement = ExampleFolder.settlement(name);
    Map<String, BigDecimal> truth = truth(settlement, name, commodity);
    List<Comparison> comparisons = new ArrayList<>();
    for (StatementPeriod period : ExampleFolder.covered(settlement)) {
      Line avoided =
          settlement
              .settle(period)
              .orThrow()
              .statement()
              .line("use.avoided/" + commodity)
              .orElseThrow();
      Interval interval =
          avoided.intervals().stream()
              .filter(candidate -> candidate.method().equals("REGRESSION"))
              .findFirst()
              .orElseThrow();
      comparisons.add(
          new Comparison(
              period.key(),
              saved(truth, period.service()),
              avoided.quantity().orElseThrow(),
              interval));
    }
    return comparisons;
  }

  private static Map<String, BigDecimal> truth(
      Settlement settlement, String name, String commodity) {
    String meter =
        settlement.resolved().contract().meters().stream()
            .filter(candidate -> candidate.commodity().id().equals(commodity))
            .map(Meter::id)
            .findFirst()
            .orElseThrow();
    Map<String, BigDecimal> truth = new LinkedHashMap<>();
    for (CsvRow row : ExampleFolder.rows(name, "truth.csv")) {
      if (row.requiredText("meter").orElseThrow().equals(meter)) {
        truth.put(
            row.requiredText("month").orElseThrow(), row.requiredDecimal("saved").orElseThrow());
      }
    }
    return truth;
  }

  private static BigDecimal saved(Map<String, BigDecimal> truth, Period service) {
    return service.months().stream()
        .map(month -> truth.get(month.start().toString().substring(0, 7)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** At 90 % some months of twelve may miss; the year must not. */
  @ParameterizedTest
  @CsvSource({
    "tianjin-office,electricity,9,12",
    "tianjin-office,heat,11,12",
    "hospital-shared,electricity,4,4",
    "university-water,water,4,4"
  })
  void theIntervalCoversWhatWasReallySaved(String name, String commodity, int hits, int of) {
    List<Comparison> all = comparisons(name, commodity);
    assertThat(all).filteredOn(Comparison::ofYear).allMatch(Comparison::covered);
    assertThat(all).filteredOn(c -> !c.ofYear()).hasSize(of);
    assertThat(all).filteredOn(c -> !c.ofYear() && c.covered()).hasSizeGreaterThanOrEqualTo(hits);
  }

  @ParameterizedTest
  @CsvSource({
    "tianjin-office,electricity,electricity [kWh],0",
    "tianjin-office,heat,heat [GJ],1",
    "hospital-shared,electricity,,0",
    "university-water,water,,0"
  })
  void theReadmePrintsWhatIsVerified(
      String name, String commodity, @Nullable String head, int decimals) throws IOException {
    String readme = Files.readString(ExampleFolder.named(name).resolve("README.md"));
    for (Comparison comparison : comparisons(name, commodity)) {
      if (head == null) {
        assertThat(readme).contains("| " + comparison.period() + " " + comparison.row(decimals));
      } else if (comparison.ofYear()) {
        assertThat(readme).contains("| " + head + " " + comparison.row(decimals));
      }
    }
  }

  @Test
  void theReadmePrintsTheFeeOfTheOffice() throws IOException {
    String readme = Files.readString(ExampleFolder.named("tianjin-office").resolve("README.md"));
    Settlement settlement = ExampleFolder.settlement("tianjin-office");
    Statement january = settlement.settle(settlement.period("2025-01")).orThrow().statement();
    Statement year = settlement.settle(settlement.period("Y1")).orThrow().statement();
    for (Line line :
        List.of(
            january.line("fee.base").orElseThrow(),
            january.line("fee").orElseThrow(),
            year.line("fee").orElseThrow(),
            year.line("score").orElseThrow(),
            year.line("annual-true-up").orElseThrow())) {
      assertThat(readme).contains(printed(line.amount().orElseThrow().abs(), 2) + " |");
    }
  }
}
