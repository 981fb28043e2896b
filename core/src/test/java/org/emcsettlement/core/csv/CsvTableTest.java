package org.emcsettlement.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {

  private final FindingCollector findings = new FindingCollector();

  private Optional<CsvTable> read(byte[] bytes) {
    return CsvTable.read(new TextSource("m.csv", () -> new ByteArrayInputStream(bytes)), findings);
  }

  private Optional<CsvTable> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void byteOrderMarkLineEndsCommentsAndGzipMakeNoDifference() throws IOException {
    String text = "\uFEFFDate, Value \r\n# note\r\n\r\n2025-07-01,\" 1,5\"\r\n";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    for (CsvTable table :
        new CsvTable[] {read(text).orElseThrow(), read(packed.toByteArray()).orElseThrow()}) {
      assertThat(table.columns()).containsExactly("date", "value");
      assertThat(table.rows()).hasSize(1);
      assertThat(table.rows().get(0).text("value")).contains("1,5");
      assertThat(table.rows().get(0).place().line()).contains(4);
    }
    assertThat(findings.findings()).isEmpty();
  }

  @Test
  void otherEncodingsAreSaid() {
    assertThat(read("日期,数值\n2025-07-01,1\n".getBytes(Charset.forName("GBK")))).isEmpty();
    assertThat(only().code()).isEqualTo("file.unreadable");
    assertThat(only().zh()).contains("UTF-8").doesNotContain("CSV");
  }

  /** Spreadsheets of some countries write them; no column would be found. */
  @Test
  void semicolonsAreSaid() {
    assertThat(read("start;end;value\n2025-01-01;2025-02-01;1,5\n")).isEmpty();
    assertThat(only().code()).isEqualTo("csv.semicolons");
    assertThat(only().place().describe()).isEqualTo("m.csv:1");
    assertThat(only().zh()).contains("分号");
    assertThat(only().en()).contains("semicolons");
  }

  @Test
  void brokenGzipIsSaid() {
    assertThat(read(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3})).isEmpty();
    assertThat(only().code()).isEqualTo("file.unreadable");
  }

  @ParameterizedTest
  @CsvSource({"''", "'start,value'", "'# only a comment'"})
  void emptyFilesAreSaid(String text) {
    assertThat(read(text)).isEmpty();
    assertThat(only().code()).isEqualTo("csv.empty");
  }

  @Test
  void rowsOfAnotherWidthAreSaidAndTheOthersKept() {
    CsvTable table = read("a,b\n1,2\n3\n4,5,6\n7,8\n").orElseThrow();
    assertThat(table.rows()).hasSize(2);
    assertThat(findings.findings())
        .extracting(f -> f.code() + " " + f.place().describe() + " " + f.arguments().get("found"))
        .containsExactly("csv.malformed m.csv:3 1", "csv.malformed m.csv:4 3");
  }

  @ParameterizedTest
  @CsvSource({
    "'1,234.5', csv.number",
    "12 kWh, csv.number",
    "NaN, csv.not-finite",
    "-Infinity, csv.not-finite",
    "#DIV/0!, csv.not-finite",
    "1e400, csv.too-long",
    "1e-41, csv.too-long",
    "12345678901234567890123456789012345678901, csv.too-long",
    "'', csv.empty-cell"
  })
  void cellsThatAreNoNumbers(String cell, String code) {
    CsvTable table = read("value,x\n\"" + cell + "\",1\n").orElseThrow();
    assertThat(table.rows().get(0).requiredDecimal("value")).isEmpty();
    assertThat(only().code()).isEqualTo(code);
    assertThat(only().place().describe()).isEqualTo("m.csv:2 [value]");
  }

  @Test
  void missingAndRepeatedColumnsAreSaid() {
    CsvTable table = read("start,value,Value\n1,2,3\n").orElseThrow();
    assertThat(table.require(findings, "start", "end")).isFalse();
    assertThat(findings.findings())
        .extracting(Finding::code)
        .containsExactly("csv.duplicate-column", "csv.missing-column");
  }

  private Finding only() {
    assertThat(findings.findings()).hasSize(1);
    return findings.findings().list().get(0);
  }
}
