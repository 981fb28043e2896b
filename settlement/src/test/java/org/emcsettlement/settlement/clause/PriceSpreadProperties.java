package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.statement.Statement;

/**
 * A price adjustment of the fee spans statements: they add up to what its own days come to, rounded
 * once (settlement-methods, 5.1 and 5.14). The baseline is 12,000 kWh a year at 1.
 */
class PriceSpreadProperties {

  private static final LocalDate YEAR = LocalDate.of(2025, 1, 1);

  private static MonthlyContract hosted(LocalDate change, BigDecimal price) {
    List<BigDecimal> months = Collections.nCopies(12, BigDecimal.valueOf(1000));
    return new MonthlyContract(months, months)
        .risks("{\"energy-price\": \"INSTITUTION\"}")
        .priceTerms(
            "{\"commodity\": \"electricity\", \"basis\": \"FIXED\", \"reference\": \"1\","
                + " \"file\": \"p\"}")
        .priceTable(
            "p",
            "from,price,unit\n2024-01-01,1,CNY/kWh\n"
                + change
                + ","
                + price.toPlainString()
                + ",CNY/kWh\n")
        .clauses(
            "{\"id\": \"fee\", \"kind\": \"hosting-fee\", \"basis\": \"FEE\"}, {\"id\":"
                + " \"price\", \"kind\": \"price-adjustment\", \"basis\": \"FEE\","
                + " \"commodities\": [\"electricity\"], \"rule\": {\"mode\": \"ALWAYS\"}}");
  }

  /** A statement has a line for every price that was in force. */
  private static BigDecimal adjusted(Statement statement) {
    return statement.lines().stream()
        .filter(line -> line.clause().equals("price"))
        .flatMap(line -> line.amount().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Provide
  Arbitrary<BigDecimal> prices() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.5"), new BigDecimal("1.5"))
        .ofScale(4);
  }

  @Property(tries = 12)
  void theStatementsOfAPriceAddUpToItsDays(
      @ForAll("prices") BigDecimal price, @ForAll @IntRange(min = 1, max = 364) int day) {
    LocalDate change = YEAR.plusDays(day);
    MonthlyContract contract = hosted(change, price);
    BigDecimal sum = BigDecimal.ZERO;
    for (int month = 1; month <= 12; month++) {
      BigDecimal ofMonth = adjusted(contract.settle("2025-%02d".formatted(month)).statement());
      if (LocalDate.of(2025, month, 1).plusMonths(1).compareTo(change) <= 0) {
        assertThat(ofMonth).isEqualByComparingTo("0");
      }
      sum = sum.add(ofMonth);
    }
    long days = ChronoUnit.DAYS.between(change, YEAR.plusYears(1));
    BigDecimal expected =
        Rational.of(price.subtract(BigDecimal.ONE))
            .times(Rational.of(12_000))
            .times(Rational.of(days, 365))
            .round(2, RoundingMode.HALF_UP);
    assertThat(sum).isEqualByComparingTo(expected);
  }
}
