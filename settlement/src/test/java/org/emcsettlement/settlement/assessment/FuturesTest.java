package org.emcsettlement.settlement.assessment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuturesTest {

  @TempDir Path temp;

  private Futures futures(AssessedFolder written) {
    AssessmentFolder folder = written.read().orThrow();
    History history =
        History.of(folder, StandardClauses.format(), new FindingCollector()).orElseThrow();
    return new Futures(history, folder.terms());
  }

  /** Every day of the term has the same calendar day of the history; 29 February may lack one. */
  @ParameterizedTest
  @CsvSource({
    "2028-02-29, 2023-01-01/2024-01-01, 2023-02-28",
    "2028-02-29, 2024-01-01/2025-01-01, 2024-02-29",
    "2026-03-01, 2024-01-01/2025-01-01, 2024-03-01",
    "2026-06-30, 2023-07-01/2024-07-01, 2024-06-30",
    "2026-07-01, 2023-07-01/2024-07-01, 2023-07-01",
  })
  void aDayStandsForTheSameDay(LocalDate date, String year, LocalDate standIn) {
    assertThat(TypicalDays.standIn(date, Period.parse(year))).isEqualTo(standIn);
  }

  /** Without a model, a simulated year uses what one of the years of the history used. */
  @Test
  void yearsOfTheHistoryAreDrawn() {
    AssessedFolder folder =
        new AssessedFolder(temp)
            .file(
                "meters/main.csv",
                """
                start,end,value_kwh
                2022-01-01,2023-01-01,100000
                2023-01-01,2024-01-01,110000
                2024-01-01,2025-01-01,130000
                """);
    Futures futures = futures(folder);
    Set<String> used = new HashSet<>();
    int differing = 0;
    for (int draw = 0; draw < 40; draw++) {
      List<String> years =
          futures.draw(draw).years().stream()
              .map(
                  year ->
                      requireNonNull(year.uses().get(Commodity.ELECTRICITY))
                          .without()
                          .toPlainString())
              .toList();
      used.addAll(years);
      differing += years.get(0).equals(years.get(1)) ? 0 : 1;
    }
    assertThat(used).containsExactlyInAnyOrder("100000.000", "110000.000", "130000.000");
    // two of three, four standard errors
    assertThat((double) differing).isEqualTo(40 * 2 / 3.0, within(4 * Math.sqrt(40 * 2 / 9.0)));
  }

  /** The mean of the triangular distribution is a third of the sum of its three numbers. */
  @Test
  void savingsAreSpreadOverTheirRange() {
    Futures futures =
        futures(
            new AssessedFolder(temp)
                .with(
                    "/measures/0/saving",
                    "{\"low\": \"0.05\", \"likely\": \"0.10\", \"high\": \"0.21\"}"));
    int count = 300;
    double sum = 0;
    for (int draw = 0; draw < count; draw++) {
      Future.Use use =
          requireNonNull(futures.draw(draw).years().get(0).uses().get(Commodity.ELECTRICITY));
      double fraction = use.saved().doubleValue() / use.without().doubleValue();
      assertThat(fraction).isBetween(0.05, 0.21);
      sum += fraction;
    }
    double variance =
        (0.05 * 0.05 + 0.1 * 0.1 + 0.21 * 0.21 - 0.05 * 0.1 - 0.05 * 0.21 - 0.1 * 0.21) / 18;
    assertThat(sum / count).isEqualTo(0.12, within(4 * Math.sqrt(variance / count)));
  }

  /** The same seed gives the same future, another seed another one. */
  @Test
  void seedsChooseTheFuture() {
    AssessedFolder folder =
        new AssessedFolder(temp)
            .with(
                "/measures/0/saving",
                "{\"low\": \"0.05\", \"likely\": \"0.10\", \"high\": \"0.21\"}");
    List<Future.Year> first = futures(folder).draw(7).years();
    assertThat(futures(folder.with("/draws", "99")).draw(7).years()).isEqualTo(first);
    assertThat(futures(folder.with("/seed", "2")).draw(7).years()).isNotEqualTo(first);
  }
}
