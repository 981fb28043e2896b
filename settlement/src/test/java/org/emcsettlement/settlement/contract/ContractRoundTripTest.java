package org.emcsettlement.settlement.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.FindingsException;
import org.emcsettlement.settlement.WorkedCase;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Writing a contract and reading it gives the same contract; presets expand once. */
class ContractRoundTripTest {

  private static Contract read(String json) {
    FindingCollector findings = new FindingCollector();
    return new ContractReader(StandardClauses.format())
        .read(TextSource.of("contract.json", json), findings)
        .orElseThrow(() -> new FindingsException(findings.findings()));
  }

  @TestFactory
  Stream<DynamicTest> contractsOfTheWorkedCases() {
    return WorkedCase.contracts().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue())));
  }

  private static void check(String json) {
    Contract contract = read(json);
    String written = ContractReader.write(contract);
    Contract again = read(written);
    assertThat(again.digest()).isEqualTo(contract.digest());
    assertThat(ContractReader.write(again)).isEqualTo(written);
    assertThat(written).doesNotContain("\"preset\"");
  }
}
