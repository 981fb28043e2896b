package org.emcsettlement.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A made-up contract with ten clauses over electricity and water, settled by month. The savings are
 * valued by a bill difference under two tariffs (time of use with tiers and demand; composite water
 * price with an over-quota surcharge) or at unit prices.
 */
final class SampleTariffs {

  private SampleTariffs() {}

  /** Writes the evidence folder. */
  static void write(Path folder, boolean tariffs) throws IOException {
    put(folder, "contract.json", contract(tariffs ? BILLS : UNIT_PRICES));
    put(folder, "meters/electricity.csv", "start,end,value_kwh\n2025-07-01,2025-08-01,198000\n");
    put(folder, "meters/water.csv", "start,end,value_m3\n2025-07-01,2025-08-01,10930\n");
    put(folder, "scorecard.csv", "start,end,score,evidence\n2025-07-01,2025-08-01,87.5,KH-07\n");
    if (tariffs) {
      put(folder, "tariffs/electricity.json", ELECTRICITY);
      put(folder, "tariffs/water.json", WATER);
      put(
          folder,
          "registers/electricity.csv",
          """
          start,end,demand_kw,sharp_kwh,peak_kwh,flat_kwh,valley_kwh
          2025-07-01,2025-08-01,705,11250,55400,81300,50050
          """);
    }
  }

  private static void put(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static final String BILLS =
      """
      {"id": "electricity-bill", "kind": "bill-savings", "commodity": "electricity",
       "tariff": "electricity", "baselineUsage": {"profile": "BASELINE",
       "weights": [{"bands": {"sharp": "18000", "peak": "72000", "flat": "96000", "valley": "54000"}}],
       "demand": ["820", "820", "820", "820", "820", "820", "820", "820", "820", "820", "820", "820"]}},
      {"id": "water-bill", "kind": "bill-savings", "commodity": "water", "tariff": "water"}
      """;

  private static final String UNIT_PRICES =
      """
      {"id": "costs", "kind": "costs"}, {"id": "value", "kind": "savings-value"}
      """;

  private static String contract(String values) {
    return """
        {"schemaVersion": 1, "id": "sample-tariffs", "name": "sample",
         "parties": {"institution": {"name": "a"}, "serviceProvider": {"name": "b"}},
         "term": {"start": "2025-07-01", "end": "2026-07-01"},
         "boundary": {"name": "all"},
         "commodities": [{"id": "electricity"}, {"id": "water"}],
         "meters": [{"id": "electricity", "commodity": "electricity"},
                    {"id": "water", "commodity": "water"}],
         "baselines": [
           {"id": "electricity", "commodity": "electricity", "source": "TABLE",
            "period": "2024-01-01/2025-01-01", "annual": "2880000"},
           {"id": "water", "commodity": "water", "source": "TABLE",
            "period": "2024-01-01/2025-01-01", "annual": "178320"}],
         "prices": [{"commodity": "electricity", "basis": "FIXED", "reference": "0.78"},
                    {"commodity": "water", "basis": "FIXED", "reference": "7.70"}],
         "risks": {},
         "clauses": [
           {"id": "baseline", "kind": "baseline"},
           {"id": "use", "kind": "avoided-quantity"},
           %s,
           {"id": "verified", "kind": "verified-savings", "deadband": "1000.00"},
           {"id": "negative", "kind": "negative-savings"},
           {"id": "sharing", "kind": "shared-savings",
            "bands": [{"upTo": "20000", "ratio": "0.80"}, {"ratio": "0.70"}]},
           {"id": "limit", "kind": "limit", "cap": "60000.00", "bank": {"periods": 3, "atEnd": "PAID"}},
           {"id": "score", "kind": "performance", "linked": "0.40", "form": "LINEAR"},
           {"id": "retention", "kind": "retention", "ratio": "0.05"}],
         "schedule": {"frequency": "MONTHLY"}, "tax": {"mode": "EXCLUSIVE", "rate": "0.06"}}
        """
        .formatted(values);
  }

  private static final String ELECTRICITY =
      """
      {"schemaVersion": 1, "name": "分时加阶梯加需量", "commodity": "electricity", "currency": "CNY",
       "unit": "kWh", "versions": [{"from": "2025-01-01", "source": "made up",
        "timeOfUse": {"bands": ["sharp", "peak", "flat", "valley"]},
        "charges": [
         {"id": "energy", "kind": "TIME_OF_USE",
          "prices": {"sharp": "1.2018", "peak": "1.0015", "flat": "0.6310", "valley": "0.2996"}},
         {"id": "adder", "kind": "TIERED", "role": "ADDER", "mode": "MARGINAL", "basis": "TOTAL",
          "per": "MONTH", "tiers": [{"upTo": "100000", "price": "0"},
                                    {"upTo": "200000", "price": "0.05"}, {"price": "0.30"}]},
         {"id": "demand", "kind": "DEMAND", "price": "38.40"},
         {"id": "fixed", "kind": "FIXED", "amount": "1200.00"}]}]}
      """;

  private static final String WATER =
      """
      {"schemaVersion": 1, "name": "综合水价与超定额累进加价", "commodity": "water", "currency": "CNY",
       "unit": "m3", "versions": [{"from": "2025-01-01", "source": "made up", "charges": [
         {"id": "supply", "kind": "FLAT", "name": "供水", "price": "5.00"},
         {"id": "sewage", "kind": "FLAT", "name": "污水处理", "price": "3.00", "volumeRatio": "0.9"},
         {"id": "surcharge", "kind": "OVER_QUOTA", "base": "QUOTA", "volume": "10000", "per": "MONTH",
          "multiple": "ADDITIONAL", "charges": ["supply"],
          "bands": [{"upTo": "0.2", "multiple": "0.5"}, {"upTo": "0.4", "multiple": "1"},
                    {"multiple": "2"}]}]}]}
      """;
}
