package org.emcsettlement.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

  private record Party(String name, BigDecimal share) {
    Party {
      if (share.signum() == 0) {
        throw new IllegalArgumentException("share of " + name + " must not be zero");
      }
    }
  }

  private final FindingCollector findings = new FindingCollector();

  private Optional<List<Party>> read(String text) {
    return JsonDocument.read(
        TextSource.of("contract.json", text),
        findings,
        root -> {
          List<Party> parties = root.objects("parties", JsonObjectTest::party);
          root.period("term");
          return root.build(() -> parties);
        });
  }

  private static Optional<Party> party(JsonObject object) {
    Optional<String> name = object.text("name");
    Optional<BigDecimal> share = object.required("share").flatMap(JsonElement::ratio);
    return object.build(() -> new Party(name.orElseThrow(), share.orElseThrow()));
  }

  @Test
  void allFaultsComeAtOnceWithTheirPointers() {
    Optional<List<Party>> parties =
        read(
            """
            {"parties": [
               {"name": 7, "share": "1.5"},
               {"share": "x", "nmae": "甲方"},
               {"name": "乙方", "share": 0}],
             "term": "2025"}
            """);
    assertThat(parties).isEmpty();
    assertThat(findings.findings())
        .extracting(finding -> finding.code() + " " + finding.place().pointer().orElse(""))
        .containsExactly(
            "json.wrong-kind /parties/0/name",
            "json.invalid-value /parties/0/share",
            "json.missing-key /parties/1",
            "json.wrong-kind /parties/1/share",
            "json.unknown-key /parties/1/nmae",
            "json.invalid-value /parties/2",
            "json.invalid-value /term");
    assertThat(findings.findings().list().get(4).en())
        .isEqualTo("Unknown key nmae; known here: name, share.");
    assertThat(findings.findings().list().get(5).en()).contains("must not be zero");
  }

  @Test
  void decimalsKeepTheirDigitsWhetherTextOrNumber() {
    Optional<List<Party>> parties =
        read(
            "{\"parties\":[{\"name\":\"e\\u0301\",\"share\":0.750},{\"name\":\"b\",\"share\":\"0.750\"}],"
                + "\"term\":\"2025-01-01/2026-01-01\"}");
    assertThat(parties.orElseThrow())
        .containsExactly(
            new Party("\u00e9", new BigDecimal("0.750")), new Party("b", new BigDecimal("0.750")));
  }

  @Test
  void brokenTextSaysWhere() {
    assertThat(read("{\"parties\": [\n  {\"name\": \"a\", \"name\": \"b\"}]}")).isEmpty();
    Finding duplicate = findings.findings().list().get(0);
    assertThat(duplicate.code()).isEqualTo("json.syntax");
    assertThat(duplicate.place().line()).contains(2);
    assertThat(duplicate.en()).contains("Duplicate");
  }
}
