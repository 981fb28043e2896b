package org.emcsettlement.settlement.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentsTest {

  private static final String HEAD = "entry,date,amount,reference\n";

  private static Payments read(String rows) {
    return Payments.read(TextSource.of("payments.csv", HEAD + rows), new FindingCollector())
        .orElseThrow();
  }

  @Test
  void claimsAndPaymentsAreInDateOrder() {
    Payments payments =
        read(
            """
            PAYMENT,2025-06-12,5,p
            CLAIM,2025-05-31,2.50,b
            claim,2025-04-30,2.5,a
            PAYMENT,2025-06-01,1.00,q
            """);
    assertThat(payments.claims()).extracting(Payments.Dated::reference).containsExactly("a", "b");
    assertThat(payments.payments()).extracting(Payments.Dated::reference).containsExactly("q", "p");
    assertThat(payments.claims().get(0).origin()).isEqualTo("payments.csv#2025-04-30");
    assertThat(payments.digest().rows()).isEqualTo(4);
  }

  /** The digest is over values: 2.5 is 2.50. */
  @Test
  void theDigestIsOverTheRows() {
    assertThat(read("CLAIM,2025-04-30,2.5,a\n").digest())
        .isEqualTo(read("CLAIM,2025-04-30,2.50,a\n").digest());
    assertThat(read("CLAIM,2025-04-30,2.5,a\n").digest())
        .isNotEqualTo(read("PAYMENT,2025-04-30,2.50,a\n").digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CLAIM,2025-04-30,0,a; payment.amount",
        "CLAIM,2025-04-30,-5,a; payment.amount",
        "CLAIM,2025-04-30,1.005,a; payment.amount",
        "CLAIM,2025-04-31,1,a; csv.date",
        "CLAIM,2025-04-30,1,; csv.empty-cell",
        "REFUND,2025-04-30,1,a; json.invalid-value"
      })
  void aFaultyRowIsRefused(String row, String code) {
    assertThat(codes(row + "\n")).containsExactly(code);
  }

  @Test
  void aRowGivenTwiceIsRefused() {
    assertThat(codes("PAYMENT,2025-04-30,1,a\nCLAIM,2025-04-30,1,a\nPAYMENT,2025-05-02,1,a\n"))
        .containsExactly("payment.twice");
  }

  private static List<String> codes(String rows) {
    FindingCollector findings = new FindingCollector();
    assertThat(Payments.read(TextSource.of("payments.csv", HEAD + rows), findings)).isEmpty();
    return findings.findings().stream().map(Finding::code).toList();
  }
}
