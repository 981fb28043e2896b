package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.packages.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reader and schema say the same of what a package has beside a contract. */
class PackageSchemaTest {

  private static final SchemaCheck SCHEMA = SchemaCheck.of(PublishedSchema.PACKAGE);

  private static ObjectNode document() {
    return (ObjectNode)
        SchemaCheck.tree(
            """
            {"schemaVersion": 1, "id": "p", "name": "p",
             "parties": {"institution": {"name": "a"}, "serviceProvider": {"name": "b"}},
             "term": {"start": "2025-01-01", "end": "2027-01-01"}, "boundary": {"name": "x"},
             "pooling": "POOLED_ALL", "members": [{"id": "a", "rank": 1}],
             "clauses": [{"id": "audit", "kind": "joint-cost", "name": "x", "amount": "1", "per": "STATEMENT"}],
             "allocations": [{"clauses": ["audit"], "key": {"by": "AREA"},
                              "second": {"by": "TABLE", "table": "w"}, "negative": "REJECT"}],
             "schedule": {"frequency": "MONTHLY"}, "tax": {"mode": "INCLUSIVE", "rate": "0.06"}}
            """);
  }

  private static boolean refused(ObjectNode document) {
    FindingCollector findings = new FindingCollector();
    new PackageReader(MonthlyContract.FORMAT)
        .read(TextSource.of("package.json", document.toString()), findings);
    return findings.findings().stream()
        .map(Finding::code)
        .anyMatch(code -> code.startsWith("json.") || code.equals("package.members"));
  }

  @Test
  void bothAdmitAPackage() {
    assertThat(SCHEMA.faults(document())).isEmpty();
    assertThat(refused(document())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/pooling | \"ALL\"",
        "/pooling | null",
        "/members | []",
        "/members | null",
        "/members | [{\"rank\": 1}]",
        "/members | [{\"id\": \"a\", \"rank\": \"1\"}]",
        "/members | [{\"id\": \"a\", \"folder\": \"x\"}]",
        "/allocations | [{\"clauses\": [\"audit\"]}]",
        "/allocations | [{\"key\": {\"by\": \"AREA\"}, \"third\": 1}]",
        "/allocations | [{\"key\": {\"by\": \"VOLUME\"}}]",
        "/allocations | [{\"key\": {\"by\": \"METER_READS\"}}]",
        "/allocations | [{\"key\": {\"by\": \"AREA\", \"commodity\": \"heat\"}}]",
        "/allocations | [{\"key\": {\"by\": \"TABLE\"}}]",
        "/allocations | [{\"key\": {\"by\": \"AREA\", \"table\": \"w\"}}]",
        "/allocations | [{\"key\": {\"by\": \"AREA\"}, \"negative\": \"IGNORE\"}]"
      })
  void bothRefuse(String pointer, String value) {
    ObjectNode document = document();
    if (value.equals("null")) {
      document.remove(pointer.substring(1));
    } else {
      document.set(pointer.substring(1), SchemaCheck.tree(value));
    }
    assertThat(SCHEMA.faults(document)).isNotEmpty();
    assertThat(refused(document)).isTrue();
  }
}
