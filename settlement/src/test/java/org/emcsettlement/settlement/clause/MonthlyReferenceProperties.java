package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.Amounts;
import org.emcsettlement.settlement.MonthlyContract;

/**
 * References by month: the mean of a count over the days of a statement, the sum of degree days.
 */
class MonthlyReferenceProperties {

  private static final int FEE = 12_000;

  private static MonthlyContract hosted(int headcount, List<Integer> references) {
    BigDecimal thousand = BigDecimal.valueOf(1000);
    return new MonthlyContract(Collections.nCopies(12, thousand), Collections.nCopies(12, thousand))
        .occupancy("start,end,headcount\n2025-01-01,2027-01-01," + headcount + "\n")
        .schedule("{\"frequency\": \"QUARTERLY\"}")
        .clauses(
            "{\"id\": \"fee\", \"kind\": \"hosting-fee\", \"basis\": \"FEE\"},"
                + " {\"id\": \"people\", \"kind\": \"driver-adjustment\", \"driver\":"
                + " \"HEADCOUNT\", \"basis\": \"FEE\", \"rule\": {\"mode\": \"ALWAYS\"},"
                + " \"monthlyReference\": "
                + references.stream().map(reference -> "\"" + reference + "\"").toList()
                + "}");
  }

  @Provide
  Arbitrary<List<Integer>> references() {
    return Arbitraries.integers().between(1, 900).list().ofSize(12);
  }

  /** (n ÷ mean reference − 1) of the fee of 90 days in 365, the mean weighted by days. */
  @Property(tries = 30)
  void aCountIsComparedWithTheMeanOfItsMonths(
      @ForAll @IntRange(min = 1, max = 900) int headcount,
      @ForAll("references") List<Integer> references) {
    Rational personDays = Rational.ZERO;
    for (int month = 1; month <= 3; month++) {
      int days = LocalDate.of(2025, month, 1).lengthOfMonth();
      personDays = personDays.plus(Rational.of((long) references.get(month - 1) * days));
    }
    Rational change = Rational.of(headcount * 90L).dividedBy(personDays).minus(Rational.ONE);
    BigDecimal expected =
        change.times(Rational.of(FEE)).times(Rational.of(90, 365)).round(2, RoundingMode.HALF_UP);
    assertThat(Amounts.line(hosted(headcount, references).settle("2025-Q1").statement(), "people"))
        .isEqualByComparingTo(expected);
  }

  /** What a month refers to is its own month, not its place in the contract year. */
  @Example
  void aReferenceStandsForItsCalendarMonth() {
    List<Integer> references = List.of(100, 100, 100, 200, 200, 200, 50, 50, 50, 400, 400, 400);
    MonthlyContract contract = hosted(200, references);
    assertThat(Amounts.line(contract.settle("2025-Q2").statement(), "people"))
        .isEqualByComparingTo("0");
    assertThat(Amounts.line(contract.settle("2025-Q4").statement(), "people"))
        .isEqualByComparingTo(
            Rational.of(-FEE, 2).times(Rational.of(92, 365)).round(2, RoundingMode.HALF_UP));
  }
}
