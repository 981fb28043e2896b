package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.money.Allocation;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.FeeContract;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineTax;
import org.emcsettlement.settlement.statement.Statement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Laws 41 and 42 of settlement-methods section 8. */
class TaxProperties {

  private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");

  @Provide
  Arbitrary<List<BigDecimal>> lines() {
    return Arbitraries.oneOf(
            Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000))
                .ofScale(2),
            Arbitraries.of("0.00", "0.01", "0.05", "0.08", "99999999.99").map(BigDecimal::new))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static String fees(List<BigDecimal> amounts) {
    return IntStream.range(0, amounts.size())
        .mapToObj(
            i ->
                "{\"id\": \"fee-"
                    + i
                    + "\", \"kind\": \"service-fee\", \"per\": \"STATEMENT\", \"amount\": \""
                    + amounts.get(i).toPlainString()
                    + "\"}")
        .collect(Collectors.joining(", "));
  }

  private static String rate(int percent) {
    return BigDecimal.valueOf(percent, 2).toPlainString();
  }

  private static String terms(boolean inclusive, int percent) {
    return "{\"mode\": \""
        + (inclusive ? "INCLUSIVE" : "EXCLUSIVE")
        + "\", \"level\": \"PER_GROUP\", \"rate\": \""
        + rate(percent)
        + "\"}";
  }

  private static List<LineTax> taxes(Statement statement) {
    return statement.lines().stream().map(Line::tax).flatMap(java.util.Optional::stream).toList();
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The tax of the group by one rounding. */
  private static BigDecimal ofGroup(BigDecimal amount, boolean inclusive, int percent) {
    BigDecimal rate = BigDecimal.valueOf(percent, 2);
    return inclusive
        ? amount.subtract(amount.divide(BigDecimal.ONE.add(rate), 2, RoundingMode.HALF_UP))
        : amount.multiply(rate).setScale(2, RoundingMode.HALF_UP);
  }

  @Property(tries = 150)
  void linesOfAGroupAddUpToItsTax(
      @ForAll("lines") List<BigDecimal> amounts,
      @ForAll boolean inclusive,
      @ForAll @IntRange(max = 17) int percent) {
    Statement statement =
        new FeeContract().clauses(fees(amounts)).tax(terms(inclusive, percent)).settle("2025-01");
    BigDecimal group = ofGroup(sum(amounts), inclusive, percent);
    List<LineTax> taxes = taxes(statement);
    assertThat(sum(taxes.stream().map(LineTax::tax).toList())).isEqualByComparingTo(group);
    assertThat(statement.totals().tax()).isEqualByComparingTo(group);
    for (LineTax tax : taxes) {
      assertThat(tax.net().add(tax.tax())).isEqualByComparingTo(tax.gross());
    }
    if (sum(amounts).signum() > 0) {
      List<Allocation.Member> members = new ArrayList<>();
      amounts.forEach(
          amount -> members.add(new Allocation.Member(Rational.of(amount), members.size())));
      assertThat(taxes.stream().map(LineTax::tax))
          .containsExactlyElementsOf(
              Allocation.largestRemainder(Money.of(CNY, group), members).stream()
                  .map(Money::getAmount)
                  .toList());
    }
  }

  /** A deduction among the lines: still one rounding of the sum, however it is spread. */
  @Property(tries = 100)
  void aDeductionLeavesTheTaxOfTheGroup(
      @ForAll("lines") List<BigDecimal> amounts,
      @ForAll boolean inclusive,
      @ForAll @IntRange(max = 17) int percent,
      @ForAll @IntRange(max = 100) int factor) {
    Statement statement =
        new FeeContract()
            .clauses(
                fees(amounts)
                    + ", {\"id\": \"score\", \"kind\": \"performance\", \"linked\": \"1\", \"form\":"
                    + " \"STEP\", \"pieces\": [{\"from\": \"0\", \"factor\": \""
                    + rate(factor)
                    + "\"}]}")
            .tax(terms(inclusive, percent))
            .scores("2025-01-01,2025-02-01,all,1,50,a\n")
            .settle("2025-01");
    BigDecimal base =
        sum(amounts).add(statement.line("score").orElseThrow().amount().orElseThrow());
    assertThat(statement.totals().tax()).isEqualByComparingTo(ofGroup(base, inclusive, percent));
    BigDecimal rate = BigDecimal.valueOf(percent, 2);
    for (LineTax tax : taxes(statement)) {
      assertThat(tax.net().add(tax.tax())).isEqualByComparingTo(tax.gross());
      // a fen of the line's allocation, half of each of the two group roundings
      assertThat(tax.net().multiply(rate).subtract(tax.tax()).abs())
          .isLessThanOrEqualTo(new BigDecimal("0.03"));
    }
    assertThat(sum(taxes(statement).stream().map(LineTax::tax).toList()))
        .isEqualByComparingTo(statement.totals().tax());
    assertThat(statement.totals().net().add(statement.totals().tax()))
        .isEqualByComparingTo(statement.totals().gross());
  }

  /** Twelve months and the annual document, N = 13, against one calculation on the year. */
  @Property(tries = 40)
  void documentsDriftByHalfAFenEachAtMost(
      @ForAll("lines") List<BigDecimal> amounts, @ForAll @IntRange(max = 17) int percent) {
    BigDecimal fee = amounts.get(0);
    Statement year =
        new FeeContract()
            .clauses(
                "{\"id\": \"fee\", \"kind\": \"service-fee\", \"per\": \"CONTRACT_YEAR\", \"amount\":"
                    + " \""
                    + fee.toPlainString()
                    + "\"}")
            .schedule("{\"frequency\": \"MONTHLY\", \"annualStatement\": true}")
            .tax("{\"mode\": \"EXCLUSIVE\", \"rate\": \"" + rate(percent) + "\"}")
            .settle("Y1");
    BigDecimal drift =
        year.line("value-added-tax.drift").flatMap(Line::amount).orElse(BigDecimal.ZERO);
    assertThat(drift.abs()).isLessThanOrEqualTo(new BigDecimal("0.07"));
    BigDecimal months =
        year.balances().stream()
            .filter(balance -> balance.name().equals("INVOICED_TAX"))
            .map(balance -> balance.opening())
            .findFirst()
            .orElse(BigDecimal.ZERO);
    assertThat(months.add(year.totals().tax()).subtract(ofGroup(fee, false, percent)))
        .isEqualByComparingTo(drift);
  }
}
