package org.emcsettlement.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** What one kind of file admits the other admits too; 40 digits are the most. */
  @ParameterizedTest
  @CsvSource({
    "1234.50, true",
    "-.5e3, true",
    "1e40, true",
    "1234567890123456789012345678901234567890, true",
    "12345678901234567890123456789012345678901, false",
    "1e41, false",
    "1e-41, false",
    "1e400, false",
    "1e999999999, false",
    "'1 000', false"
  })
  void decimalsOfCsvAndJsonAreTheSame(String text, boolean admitted) {
    Optional<BigDecimal> json = element("\"" + text + "\"", JsonElement::decimal);
    Optional<BigDecimal> csv =
        CsvTable.read(TextSource.of("m.csv", "value\n" + text + "\n"), findings)
            .orElseThrow()
            .rows()
            .get(0)
            .decimal("value");
    assertThat(json.isPresent()).isEqualTo(admitted);
    assertThat(csv).isEqualTo(json);
  }

  /** An amount that no one can pay is refused where it is written. */
  @ParameterizedTest
  @CsvSource({
    "30000, true",
    "30000.05, true",
    "30000.050, true",
    "3e4, true",
    "0, true",
    "30000.005, false",
    "-0.01, false"
  })
  void amountsHaveNoPartOfAFen(String text, boolean admitted) {
    assertThat(element(text, JsonElement::amount).isPresent()).isEqualTo(admitted);
    assertThat(findings.findings().isEmpty()).isEqualTo(admitted);
    if (text.equals("30000.005")) {
      Finding finding = findings.findings().list().get(0);
      assertThat(finding.place().pointer()).contains("/value");
      assertThat(finding.zh()).contains("两位小数");
      assertThat(finding.en()).contains("two decimals");
    }
  }

  @ParameterizedTest
  @CsvSource({"0.001, true", "0, false", "-1, false"})
  void positiveDecimalsAreAboveZero(String text, boolean admitted) {
    assertThat(element(text, JsonElement::positive).isPresent()).isEqualTo(admitted);
  }

  private Optional<BigDecimal> element(
      String value, Function<JsonElement, Optional<BigDecimal>> reader) {
    return JsonDocument.read(
        TextSource.of("d.json", "{\"value\": " + value + "}"),
        findings,
        root -> root.required("value").flatMap(reader));
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
