package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emcsettlement.core.json.Json;

/**
 * A statement of an example folder, settled and verified from the command line, and the plain
 * arithmetic that the tests recompute it with.
 */
record SettledFolder(JsonNode statement) {

  static final Path ROOT =
      Path.of(System.getProperty("emc.project.root", "../..")).resolve("examples/evidence");

  /** Settles and verifies; checks what holds for every statement. */
  static SettledFolder of(String folder, String period, Path temp) {
    Path out = temp.resolve(folder + "-" + period);
    Run settled = Run.emc("settle", ROOT.resolve(folder), "--period", period, "--out", out);
    assertThat(settled.code()).as(settled.all()).isZero();
    Path file = out.resolve("statement.json");
    Run verified = Run.emc("verify", ROOT.resolve(folder), file);
    assertThat(verified.out()).startsWith("VERIFIED");
    return read(file);
  }

  static SettledFolder read(Path file) {
    try {
      SettledFolder read = new SettledFolder(Json.tree(Files.readAllBytes(file)));
      read.addsUp();
      return read;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Double entries cancel, and what is owed adds up to the net payable. */
  private void addsUp() {
    BigDecimal entries = BigDecimal.ZERO;
    for (JsonNode posting : statement.path("postings")) {
      entries = entries.add(new BigDecimal(posting.path("amount").asText()));
    }
    BigDecimal owed = BigDecimal.ZERO;
    for (JsonNode line : statement.path("lines")) {
      if (line.path("role").asText().equals("PAYABLE")) {
        owed = owed.add(new BigDecimal(line.path("amount").asText()));
      }
    }
    assertThat(entries).isEqualByComparingTo("0");
    assertThat(owed).isEqualByComparingTo(total("netPayable"));
    assertThat(total("net").add(total("tax"))).isEqualByComparingTo(total("gross"));
  }

  BigDecimal amount(String line) {
    return of(line, "amount");
  }

  BigDecimal yearToDate(String line) {
    return of(line, "yearToDate");
  }

  private BigDecimal of(String line, String what) {
    for (JsonNode candidate : statement.path("lines")) {
      if (candidate.path("id").asText().equals(line)) {
        return new BigDecimal(candidate.path(what).asText());
      }
    }
    throw new AssertionError("no line " + line);
  }

  boolean has(String line) {
    return statement.path("lines").findValuesAsText("id").contains(line);
  }

  BigDecimal total(String name) {
    return new BigDecimal(statement.path("totals").path(name).asText());
  }

  List<String> findings() {
    return statement.path("findings").findValuesAsText("code");
  }

  // ---- the files of a folder, and arithmetic ----

  /** The rows of a CSV file by the names of its columns. */
  static List<Map<String, String>> rows(String file) {
    try {
      List<String> lines = Files.readAllLines(ROOT.resolve(file));
      String[] names = lines.get(0).split(",", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
          row.put(names[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A column of the twelve months, or of some of them, January being 1. */
  static List<BigDecimal> column(String file, String name, int first, int last) {
    return rows(file).subList(first - 1, last).stream()
        .map(row -> decimal(Objects.requireNonNull(row.get(name))))
        .toList();
  }

  static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  static BigDecimal fen(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.HALF_UP);
  }

  /** {@code value × part ÷ whole}, far more exactly than the fen it is rounded to afterwards. */
  static BigDecimal part(BigDecimal value, String part, String whole) {
    return value.multiply(decimal(part)).divide(decimal(whole), 20, RoundingMode.HALF_UP);
  }

  /** The tax contained in a gross amount. */
  static BigDecimal taxIn(BigDecimal gross, String rate) {
    BigDecimal net = gross.divide(BigDecimal.ONE.add(decimal(rate)), 2, RoundingMode.HALF_UP);
    return gross.subtract(net);
  }
}
