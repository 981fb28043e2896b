package org.emcsettlement.examples.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A made-up package of many institutions with four commodities each: electricity and heat with
 * frozen models and daily or monthly readings, as in {@code examples/evidence/tianjin-office},
 * water and gas with agreed tables. Savings are pooled, an audit and a platform are joint costs;
 * weather and prices lie beside the members.
 */
final class SamplePackage {

  private static final Path TEMPLATE = Path.of("examples", "evidence", "tianjin-office");
  private static final String FIRST = "2025-01-01";

  private SamplePackage() {}

  /** Writes the package into a folder. Run it from the project's root. */
  static void write(Path folder, int institutions) throws IOException {
    List<String> ids = IntStream.rangeClosed(1, institutions).mapToObj("m%04d"::formatted).toList();
    put(folder.resolve("package.json"), terms(ids));
    put(folder.resolve("weights.csv"), weights(ids));
    copy("weather/tianjin.csv", folder);
    copy("prices/electricity.csv", folder);
    List<String> electricity = Files.readAllLines(TEMPLATE.resolve("meters/electricity.csv"));
    List<String> heat = Files.readAllLines(TEMPLATE.resolve("meters/heat.csv"));
    for (int i = 0; i < ids.size(); i++) {
      Path member = folder.resolve("members").resolve(ids.get(i));
      BigDecimal factor = BigDecimal.valueOf(1000L - i % 97).movePointLeft(3);
      put(member.resolve("contract.json"), contract(ids.get(i)));
      copy("occupancy.csv", member);
      copy("baselines/electricity.json", member);
      copy("baselines/heat.json", member);
      put(member.resolve("meters/electricity.csv"), scaled(electricity, factor));
      put(member.resolve("meters/heat.csv"), scaled(heat, factor));
      put(member.resolve("meters/water.csv"), monthly("m3", 700 + i % 31));
      put(member.resolve("meters/gas.csv"), monthly("m3", 1500 + i % 53));
    }
  }

  private static void copy(String file, Path folder) throws IOException {
    put(folder.resolve(file), Files.readString(TEMPLATE.resolve(file)));
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The rows of the first contract year with the value in the last column but none after it. */
  private static String scaled(List<String> rows, BigDecimal factor) {
    List<String> scaled = new ArrayList<>(List.of(rows.get(0)));
    for (String row : rows.subList(1, rows.size())) {
      if (row.compareTo(FIRST) >= 0) {
        int comma = row.lastIndexOf(',');
        BigDecimal value = new BigDecimal(row.substring(comma + 1)).multiply(factor);
        scaled.add(row.substring(0, comma + 1) + value.setScale(2, RoundingMode.HALF_UP));
      }
    }
    return String.join("\n", scaled) + "\n";
  }

  private static String monthly(String unit, int value) {
    StringBuilder csv = new StringBuilder("start,end,value_" + unit + "\n");
    for (int month = 1; month <= 12; month++) {
      String end = month == 12 ? "2026-01-01" : "2025-%02d-01".formatted(month + 1);
      csv.append("2025-%02d-01,%s,%d%n".formatted(month, end, value + month));
    }
    return csv.toString();
  }

  private static String weights(List<String> ids) {
    StringBuilder csv = new StringBuilder("from,member,key,value\n");
    for (int i = 0; i < ids.size(); i++) {
      csv.append("%s,%s,AREA,%d%n".formatted(FIRST, ids.get(i), 4000 + 37 * i));
      csv.append("%s,%s,platform,%d%n".formatted(FIRST, ids.get(i), 1 + i % 5));
    }
    return csv.toString();
  }

  private static final String COMMON =
      """
       "term": {"start": "2025-01-01", "end": "2030-01-01"},
       "schedule": {"frequency": "MONTHLY"}, "tax": {"mode": "INCLUSIVE", "rate": "0.06"},
      """;

  private static String terms(List<String> ids) {
    return """
        {"schemaVersion": 1, "id": "sample-package", "name": "sample",
         "parties": {"institution": {"name": "lead"}, "serviceProvider": {"name": "provider"}},
         "boundary": {"name": "all"},
        %s
         "pooling": "POOLED_ALL", "members": [%s],
         "clauses": [
           {"id": "negative", "kind": "negative-savings"},
           {"id": "sharing", "kind": "shared-savings", "ratios": [{"fromYear": 1, "ratio": "0.7"}]},
           {"id": "audit", "kind": "joint-cost", "name": "audit", "amount": "250000", "per": "CONTRACT_YEAR"},
           {"id": "platform", "kind": "joint-cost", "name": "platform", "amount": "40000", "per": "STATEMENT"}],
         "allocations": [
           {"key": {"by": "OWN_SAVINGS"}, "second": {"by": "AREA"}},
           {"clauses": ["audit"], "key": {"by": "AREA"}},
           {"clauses": ["platform"], "key": {"by": "TABLE", "table": "platform"}}]}
        """
        .formatted(
            COMMON, String.join(", ", ids.stream().map(id -> "{\"id\": \"" + id + "\"}").toList()));
  }

  private static String contract(String id) {
    return """
        {"schemaVersion": 1, "id": "%s", "name": "%s",
         "parties": {"institution": {"name": "%s"}, "serviceProvider": {"name": "provider"}},
         "boundary": {"name": "%s"},
        %s
         "commodities": [{"id": "electricity"}, {"id": "heat"}, {"id": "water"}, {"id": "natural-gas"}],
         "meters": [
           {"id": "electricity", "commodity": "electricity", "serial": "%s-1"},
           {"id": "heat", "commodity": "heat", "serial": "%s-2"},
           {"id": "water", "commodity": "water", "serial": "%s-3"},
           {"id": "gas", "commodity": "natural-gas", "serial": "%s-4"}],
         "baselines": [
           {"id": "electricity", "commodity": "electricity", "source": "FITTED",
            "period": "2022-01-01/2025-01-01", "station": "tianjin", "drivers": ["WORKDAY", "HEADCOUNT"]},
           {"id": "heat", "commodity": "heat", "source": "FITTED",
            "period": "2022-01-01/2025-01-01", "station": "tianjin"},
           {"id": "water", "commodity": "water", "source": "TABLE", "period": "2024-01-01/2025-01-01",
            "monthly": [800, 800, 800, 800, 800, 800, 800, 800, 800, 800, 800, 800]},
           {"id": "gas", "commodity": "natural-gas", "source": "TABLE", "period": "2024-01-01/2025-01-01",
            "monthly": [1700, 1700, 1700, 1700, 1700, 1700, 1700, 1700, 1700, 1700, 1700, 1700]}],
         "prices": [
           {"commodity": "electricity", "basis": "CURRENT", "reference": "0.7350", "file": "electricity"},
           {"commodity": "heat", "basis": "FIXED", "reference": "89.61"},
           {"commodity": "water", "basis": "FIXED", "reference": "4.35"},
           {"commodity": "natural-gas", "basis": "FIXED", "reference": "3.25"}],
         "risks": {"weather": "INSTITUTION", "occupancy": "INSTITUTION"},
         "clauses": [
           {"id": "baseline", "kind": "baseline"}, {"id": "use", "kind": "avoided-quantity"},
           {"id": "costs", "kind": "costs"}, {"id": "value", "kind": "savings-value"},
           {"id": "verified", "kind": "verified-savings"}]}
        """
        .formatted(id, id, id, id, COMMON, id, id, id, id);
  }
}
