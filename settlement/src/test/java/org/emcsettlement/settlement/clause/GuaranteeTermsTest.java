package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.YearlyContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guarantee and a payment ceiling refuse when the contract is read. */
class GuaranteeTermsTest {

  private static List<Finding> blocking(String terms) {
    return new YearlyContract(List.of(BigDecimal.ZERO), YearlyContract.guarantee(terms))
        .findings().stream().filter(finding -> finding.effect() == Effect.BLOCK).toList();
  }

  private static String monthly(String december) {
    return ", \"monthly\": [\"9000\", \"9000\", \"9000\", \"9000\", \"9000\", \"9000\", \"9000\","
        + " \"9000\", \"9000\", \"9000\", \"5000\", \""
        + december
        + "\"]";
  }

  @Test
  void theMonthsOfAGuaranteeAddUpToItsYear() {
    assertThat(blocking(monthly("5000"))).isEmpty();
    assertThat(blocking(monthly("4999.99")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("contract.guarantee-table");
              assertThat(finding.zh()).contains("99999.99", "100000");
              assertThat(finding.en()).contains("99999.99", "100000");
            });
  }

  /** 100,000 kWh at 0.50 are 50,000.00 a year. */
  @Test
  void aGuaranteeExceedsTheDebtService() {
    assertThat(blocking(", \"debtService\": \"49999.99\"")).isEmpty();
    assertThat(blocking(", \"debtService\": \"50000\""))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("contract.guarantee-debt-service");
              assertThat(finding.en()).contains("50000");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"perPerson\": \"12\"",
        ", \"clawback\": true",
        ", \"test\": \"CUMULATIVE\", \"excessShare\": \"0.5\"",
        ", \"test\": \"CUMULATIVE\", \"unrecovered\": \"CARRIED\"",
        ", \"test\": \"PERIOD\", \"provisional\": true",
        ", \"provisional\": true, \"capFractionOfFee\": \"0.2\"",
        ", \"excessOffsetYears\": 0",
        ", \"excessOffsetYears\": 2, \"unrecovered\": \"CARRIED\"",
        ", \"extensionPerDay\": \"1000\"",
        ", \"price\": \"0.6\", \"priceBasis\": \"YEAR_AVERAGE\""
      })
  void termsThatDoNotGoTogetherAreRefused(String terms) {
    assertThat(blocking(terms)).extracting(Finding::code).containsExactly("json.invalid-value");
  }

  private static List<String> untested(String schedule, String clause) {
    return new MonthlyContract(List.of(), List.of())
            .schedule(schedule)
            .clauses("{\"id\": \"costs\", \"kind\": \"costs\"}, " + clause)
            .findings()
            .stream()
            .map(Finding::code)
            .toList();
  }

  @Test
  void aYearNeedsAStatementThatCoversIt() {
    String quarters = "{\"frequency\": \"QUARTERLY\"}";
    String annual = "{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}";
    String ceiling = "{\"id\": \"ceiling\", \"kind\": \"payment-ceiling\"}";
    assertThat(untested(quarters, ceiling)).containsExactly("contract.ceiling-untested");
    assertThat(untested(annual, ceiling)).isEmpty();
    assertThat(untested(quarters, YearlyContract.guarantee(", \"test\": \"CUMULATIVE\"")))
        .containsExactly("contract.guarantee-untested");
    assertThat(untested(quarters, YearlyContract.guarantee(", \"test\": \"PERIOD\""))).isEmpty();
  }
}
